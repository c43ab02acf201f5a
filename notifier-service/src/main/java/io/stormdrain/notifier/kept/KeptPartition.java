package io.stormdrain.notifier.kept;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Reads one partition from place to place, for so long only. Not for several threads. */
public final class KeptPartition implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(100);
  private static final Duration CLOSING = Duration.ofMillis(200);

  private final Consumer<byte[], byte[]> consumer;
  private final TopicPartition partition;
  private final long deadline;
  private long read;
  private @Nullable Instant upTo;

  /**
   * @param patience for all that is read
   */
  KeptPartition(Consumer<byte[], byte[]> consumer, TopicPartition partition, Duration patience) {
    this.consumer = consumer;
    this.partition = partition;
    this.deadline = System.nanoTime() + patience.toNanos();
    consumer.assign(List.of(partition));
  }

  /** The first offset that is kept. */
  public long begin() {
    return consumer.beginningOffsets(List.of(partition)).getOrDefault(partition, 0L);
  }

  /** The offset behind the last record that is committed. */
  public long end() {
    return consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
  }

  /** The first offset from which on records are of this time or later; the end where none is. */
  public long at(Instant time) {
    OffsetAndTimestamp found =
        consumer.offsetsForTimes(Map.of(partition, time.toEpochMilli())).get(partition);
    return found == null ? end() : found.offset();
  }

  /**
   * Shows records one by one.
   *
   * @param from the first offset
   * @param until the offset behind the last
   * @param visitor says whether to go on
   * @return the offset behind the last that was shown
   */
  public long each(long from, long until, Predicate<ConsumerRecord<byte[], byte[]>> visitor) {
    consumer.seek(partition, from);
    long next = from;
    while (next < until && !isLate()) {
      for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
        if (record.offset() >= until) {
          return until;
        }
        read++;
        upTo = Instant.ofEpochMilli(record.timestamp());
        next = record.offset() + 1;
        if (!visitor.test(record)) {
          return next;
        }
      }
      // Marks of transactions are passed over without being shown.
      next = Math.max(next, consumer.position(partition));
    }
    return next;
  }

  /** Whether it is time for an answer. */
  public boolean isLate() {
    return System.nanoTime() - deadline >= 0;
  }

  /** Records that were shown. */
  public long read() {
    return read;
  }

  /** Time of the last of them. */
  public @Nullable Instant upTo() {
    return upTo;
  }

  @Override
  public void close() {
    consumer.close(CloseOptions.timeout(CLOSING));
  }
}
