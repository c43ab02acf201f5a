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

  private @Nullable Delivery delivery;

  LogLine(long millis, byte[] key, byte[] value, Iterable<Header> headers) {
    super(TOPIC, null, millis, key, value, headers);
  }

  /** The same line for another attempt: the one that failed stays with its own callback. */
  LogLine again() {
    return new LogLine(timestamp(), key(), value(), headers());
  }

  /** The line with another message. */
  LogLine with(byte[] value) {
    return new LogLine(timestamp(), key(), value, headers());
  }

  /** Null when the answer to this attempt is not wanted any more. */
  void belongsTo(@Nullable Delivery request) {
    delivery = request;
  }

  /** Called by Kafka once per attempt, from its own thread, or from within {@code send}. */
  @Override
  public void onCompletion(@Nullable RecordMetadata metadata, @Nullable Exception failure) {
    Delivery request = delivery;
    if (request != null && failure == null) {
      request.acknowledged();
    } else if (request != null && failure != null) {
      request.failed(this, failure);
    }
  }
}
