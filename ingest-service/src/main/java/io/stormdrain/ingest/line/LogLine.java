package io.stormdrain.ingest.line;

import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * One line as a record of {@code log-lines}. It is its own callback: so Kafka's answer finds the
 * line it is about, which may have to be sent again, and nothing else is allocated for it.
 */
public final class LogLine extends ProducerRecord<byte[], byte[]> implements Callback {
  /** Where all lines go. */
  public static final String TOPIC = "log-lines";

  private @Nullable Awaiting awaiting;
  private int number;
  private boolean settled;

  /**
   * A line.
   *
   * @param millis since 1970 UTC
   * @param key of the record: whose line it is
   */
  public LogLine(long millis, byte[] key, byte[] value, Iterable<Header> headers) {
    super(TOPIC, null, millis, key, value, headers);
  }

  /** The same line for another attempt: the one that failed stays with its own callback. */
  LogLine again() {
    return with(value());
  }

  /** The line with another message. */
  LogLine with(byte[] value) {
    LogLine line = new LogLine(timestamp(), key(), value, headers());
    line.number = number;
    return line;
  }

  /** Null when the answer to this attempt is not wanted any more. */
  public void belongsTo(@Nullable Awaiting who) {
    awaiting = who;
  }

  /** Its place among those it was read with. */
  public int number() {
    return number;
  }

  /** Gives it a place. */
  public void number(int place) {
    number = place;
  }

  /** Nobody need look after it: it was acknowledged, as far as this thread knows, or replaced. */
  boolean isSettled() {
    return settled;
  }

  void settle() {
    settled = true;
  }

  /** Called by Kafka once per attempt, from its own thread, or from within {@code send}. */
  @Override
  public void onCompletion(@Nullable RecordMetadata metadata, @Nullable Exception failure) {
    Awaiting who = awaiting;
    if (who != null && failure == null) {
      settled = true;
      who.acknowledged(this);
    } else if (who != null && failure != null) {
      who.failed(this, failure);
    }
  }
}
