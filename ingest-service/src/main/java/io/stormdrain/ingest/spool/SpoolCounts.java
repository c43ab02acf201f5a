package io.stormdrain.ingest.spool;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/**
 * What the spool has done. Of its lines,
 *
 * <pre>
 *   written + recovered = drained + parked + damaged + waiting
 * </pre>
 *
 * where waiting is counted without those that are still on their way to the disk.
 */
public final class SpoolCounts {
  /** Of no spool. Here and not made anew: meters do not keep what they show. */
  public static final SpoolCounts NONE = new SpoolCounts();

  final LongAdder written = new LongAdder();
  final LongAdder drained = new LongAdder();
  final LongAdder parked = new LongAdder();
  final LongAdder damaged = new LongAdder();
  final LongAdder damagedBytes = new LongAdder();
  final LongAdder failures = new LongAdder();

  /** Lines on disk, and on their way there. */
  final AtomicLong waiting = new AtomicLong();

  /** Bytes of them. */
  final AtomicLong bytes = new AtomicLong();

  private volatile long recovered;

  SpoolCounts() {}

  void recovered(long lines, long bytesOnDisk) {
    recovered = lines;
    waiting.set(lines);
    bytes.set(bytesOnDisk);
  }

  /** Lines that were made durable since the start. */
  public long written() {
    return written.sum();
  }

  /** Lines that were found at the start. */
  public long recovered() {
    return recovered;
  }

  /** Lines that Kafka has taken from the spool. */
  public long drained() {
    return drained.sum();
  }

  /** Lines that Kafka will never take, kept in a file of their own. */
  public long parked() {
    return parked.sum();
  }

  /** Lines that were durable once and cannot be read any more. */
  public long damaged() {
    return damaged.sum();
  }

  /** Bytes behind which nothing could be read, torn ends included. */
  public long damagedBytes() {
    return damagedBytes.sum();
  }

  /** Times that the disk failed. */
  public long failures() {
    return failures.sum();
  }

  /** Lines that wait for Kafka. */
  public long waiting() {
    return waiting.get();
  }

  /** Bytes that they take. */
  public long bytes() {
    return bytes.get();
  }
}
