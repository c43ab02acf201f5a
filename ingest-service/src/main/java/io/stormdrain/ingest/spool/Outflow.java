package io.stormdrain.ingest.spool;

import io.stormdrain.ingest.line.LogLine;
import io.stormdrain.ingest.line.Outlet;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Sends the spool's lines to Kafka, in their order, whenever Kafka takes them. */
final class Outflow implements Runnable {
  private static final Logger LOG = Logger.getLogger(Outflow.class);
  private static final int MOST_LINES = 2_000;
  private static final long MOST_BYTES = 1024 * 1024;
  private static final long IDLE_MILLIS = 200;
  private static final long PAUSE_NANOS = 250_000_000;

  private final SpoolFolder folder;
  private final Segments segments;
  private final SpoolCounts counts;
  private final Outlet kafka;
  private final BooleanSupplier reachable;
  private final Parking parking;
  private volatile boolean closed;
  private Position position;

  /** Lines of the segment at the position that were read. */
  private long readOfSegment;

  private int most = MOST_LINES;

  Outflow(
      SpoolFolder folder,
      Segments segments,
      SpoolCounts counts,
      Outlet kafka,
      BooleanSupplier reachable) {
    this.folder = folder;
    this.segments = segments;
    this.counts = counts;
    this.kafka = kafka;
    this.reachable = reachable;
    this.parking = new Parking(folder.path.resolve("parked"));
    this.position = folder.position.position();
    this.readOfSegment = folder.linesBefore();
  }

  void close() {
    closed = true;
  }

  @Override
  public void run() {
    while (!closed) {
      try {
        Segment segment = segments.readable(position, IDLE_MILLIS);
        if (segment == null) {
          retire();
        } else if (!reachable.getAsBoolean()) {
          LockSupport.parkNanos(PAUSE_NANOS);
        } else {
          send(segment);
        }
        removeDone();
      } catch (InterruptedException e) {
        closed = true;
      } catch (RuntimeException e) {
        // Whatever it is: the lines behind must not wait for ever.
        LOG.error("spool outflow failed", e);
        LockSupport.parkNanos(PAUSE_NANOS);
      }
    }
  }

  /** Nothing is left: the segment can go, if nobody adds to it. */
  private void retire() {
    segments.retire(position.segment());
  }

  private void removeDone() {
    for (Segment segment : segments.takeDone(position)) {
      folder.delete(segment);
      counts.bytes.addAndGet(-segment.length());
    }
  }

  /**
   * Lines that were read together.
   *
   * @param ends where each ends in the segment
   */
  private record Read(List<LogLine> lines, List<Long> ends) {}

  private void send(Segment segment) throws InterruptedException {
    if (segment.number() != position.segment()) {
      position = new Position(segment.number(), Heading.BYTES);
      readOfSegment = 0;
    }
    Read read = read(segment);
    if (read == null) {
      passOver(segment);
      return;
    }
    Batch batch = new Batch(read.lines());
    int taken = batch.send(kafka);
    counts.drained.add(taken);
    if (taken < read.lines().size()) {
      taken += park(batch, read.lines().get(taken), taken);
      LockSupport.parkNanos(PAUSE_NANOS);
    } else {
      most = MOST_LINES;
    }
    if (taken > 0) {
      advance(read.ends().get(taken - 1), taken);
    }
  }

  /** A line that Kafka will never take must not hold back those behind it. */
  private int park(Batch batch, LogLine line, int taken) {
    // By itself, it is known to be the one.
    boolean hopeless = taken == 0 && most == 1 && parking.isHopeless(batch.failure());
    most = taken == 0 ? 1 : most;
    boolean parked = hopeless && parking.park(line);
    if (parked) {
      counts.parked.increment();
    }
    return parked ? 1 : 0;
  }

  private @Nullable Read read(Segment segment) {
    long from = position.offset();
    Read read = new Read(new ArrayList<>(), new ArrayList<>());
    long bytes = 0;
    try (FileChannel channel = FileChannel.open(segment.path())) {
      SegmentReader reader = new SegmentReader(channel.position(from), from);
      while (reader.offset() < segment.length() && read.lines.size() < most && bytes < MOST_BYTES) {
        LogLine line = reader.next();
        if (line == null) {
          return read.lines.isEmpty() ? null : read;
        }
        read.lines.add(line);
        read.ends.add(reader.offset());
        bytes = reader.offset() - from;
      }
      return read;
    } catch (IOException e) {
      LOG.warnf("spool segment unreadable file=%s reason=\"%s\"", segment.path(), e);
      return read.lines.isEmpty() ? null : read;
    }
  }

  /** What was durable cannot be read any more: it is lost, and counted. */
  private void passOver(Segment segment) {
    long bytes = segment.length() - position.offset();
    long lines = segment.lines() - readOfSegment;
    LOG.errorf("spooled lines lost file=%s bytes=%d lines=%d", segment.path(), bytes, lines);
    counts.damagedBytes.add(bytes);
    counts.damaged.add(lines);
    advance(segment.length(), lines);
  }

  private void advance(long offset, long lines) {
    position = new Position(position.segment(), offset);
    readOfSegment += lines;
    counts.waiting.addAndGet(-lines);
    try {
      folder.position.write(position);
    } catch (IOException e) {
      // Only after a restart it would be missed; then lines go to Kafka again, with their frames.
      LOG.debugf(e, "spool position not written");
    }
  }
}
