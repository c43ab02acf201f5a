package io.stormdrain.ingest.spool;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The segments there are, oldest first. The writer adds to them, the outflow takes away. */
final class Segments {
  private final TreeMap<Long, Segment> byNumber = new TreeMap<>();
  private long last;
  private long retired;

  Segments(List<Segment> found, long lastNumber) {
    found.forEach(segment -> byNumber.put(segment.number(), segment));
    last = lastNumber;
  }

  /** Number of the next segment. */
  synchronized long nextNumber() {
    return ++last;
  }

  /** A segment is there, or has changed. */
  synchronized void put(Segment segment) {
    byNumber.put(segment.number(), segment);
    notifyAll();
  }

  /**
   * The segment in which reading goes on: that of the position, or the next one when it holds no
   * more.
   *
   * @param millis to wait for more, if there is none now
   */
  synchronized @Nullable Segment readable(Position position, long millis)
      throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    Segment segment = readable(position);
    long left = millis;
    while (segment == null && left > 0) {
      wait(left);
      segment = readable(position);
      left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
    }
    return segment;
  }

  private @Nullable Segment readable(Position position) {
    for (Segment segment : byNumber.tailMap(position.segment(), true).values()) {
      long from = segment.number() == position.segment() ? position.offset() : Heading.BYTES;
      if (segment.length() > from) {
        return segment;
      }
    }
    return null;
  }

  /** Takes away those that were read to their end and will not grow. */
  synchronized List<Segment> takeDone(Position position) {
    List<Segment> done = new ArrayList<>();
    for (Segment segment : byNumber.headMap(position.segment(), true).values()) {
      boolean read = segment.number() < position.segment() || position.offset() >= segment.length();
      if (read && segment.closed()) {
        done.add(segment);
      }
    }
    done.forEach(segment -> byNumber.remove(segment.number()));
    return done;
  }

  /** Asks the writer to begin a new segment, so that this one can go. */
  synchronized void retire(long number) {
    retired = Math.max(retired, number);
  }

  synchronized boolean isRetired(long number) {
    return number <= retired;
  }

  synchronized long bytes() {
    return byNumber.values().stream().mapToLong(Segment::length).sum();
  }
}
