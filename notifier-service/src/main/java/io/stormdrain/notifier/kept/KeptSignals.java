package io.stormdrain.notifier.kept;

import io.smallrye.common.annotation.Identifier;
import io.stormdrain.notifier.signal.SignalRecord;
import io.stormdrain.notifier.signal.StoryEntry;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads signals back from Kafka, partition by partition. Bounded: for one who asks at a time, so
 * many records and so long; whoever asks is told whether that was all.
 */
@Singleton
public class KeptSignals {

  private static final Logger LOG = LoggerFactory.getLogger(KeptSignals.class);

  /** At most so many records are read for one answer. */
  private static final long MOST_READ = 200_000;

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** So often others are let go on. */
  private static final int AT_A_STRETCH = 500;

  private final KeptTopic topic;
  private final long most;
  private final Semaphore place = new Semaphore(1);

  @Inject
  KeptSignals(@Identifier("default-kafka-broker") Map<String, Object> kafka) {
    this(kafka, MOST_READ);
  }

  KeptSignals(Map<String, Object> kafka, long most) {
    this.topic = new KeptTopic("signals", kafka);
    this.most = most;
  }

  /** Hears what is read. */
  public interface Listener {
    /** The next entry of a story, and the time that its record has. */
    void hear(StoryEntry entry, Instant time);

    /** That was all of a partition; with the next, time begins anew. */
    void end();
  }

  /**
   * How far it was read.
   *
   * @param records that were read
   */
  public record Read(End end, long records) {}

  /** Why it ended. */
  public enum End {
    /** All that is kept of the time that was asked for. */
    ALL,
    /** So many records were read, or so long, that it is time for an answer. */
    LONG,
    /** Kafka does not answer. */
    SILENT,
    /** Somebody else reads now. */
    BUSY
  }

  /**
   * Reads what is kept of a time.
   *
   * @param until not included
   */
  public Read each(Instant from, Instant until, Listener listener) {
    if (!place.tryAcquire()) {
      return new Read(End.BUSY, 0);
    }
    try {
      return new Reading(from, until, listener).read();
    } catch (KafkaException e) {
      LOG.warn("signals cannot be read back: {}", e.toString());
      return new Read(End.SILENT, 0);
    } finally {
      place.release();
    }
  }

  /** One time that it is read. */
  private final class Reading {

    private final Instant from;
    private final Instant until;
    private final Listener listener;
    private final long deadline = System.nanoTime() + PATIENCE.toNanos();
    private long records;

    Reading(Instant from, Instant until, Listener listener) {
      this.from = from;
      this.until = until;
      this.listener = listener;
    }

    Read read() {
      boolean all = true;
      for (int partition : topic.partitions()) {
        all &= read(partition);
        listener.end();
      }
      return new Read(all ? End.ALL : End.LONG, records);
    }

    /** Whether that was all of it. */
    private boolean read(int number) {
      Duration patience = Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
      try (KeptPartition partition = topic.partition(number, patience)) {
        // Times are not in order, but nothing before the first that is late enough is.
        long first = Math.max(partition.begin(), partition.at(from));
        long end = partition.end();
        long last = Math.min(end, first + most - records);
        return partition.each(first, last, this::take) >= end;
      }
    }

    // A virtual thread that only computes keeps its carrier: nothing else can make it give way.
    @SuppressWarnings("ThreadPriorityCheck")
    private boolean take(ConsumerRecord<byte[], byte[]> record) {
      Instant time = Instant.ofEpochMilli(record.timestamp());
      if (++records % AT_A_STRETCH == 0) {
        Thread.yield();
      }
      if (!time.isBefore(from) && time.isBefore(until)) {
        try {
          listener.hear(SignalRecord.read(record), time);
        } catch (IOException e) {
          LOG.debug("a kept signal cannot be read: {}", e.toString());
        }
      }
      return true;
    }
  }
}
