package io.stormdrain.ingest.spool;

import io.stormdrain.ingest.line.LogLine;
import io.stormdrain.ingest.line.Outlet;
import io.stormdrain.ingest.line.Refusal;
import io.stormdrain.ingest.line.RefusedException;
import io.stormdrain.ingest.line.Spooling.Store;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;

/**
 * Keeps lines until Kafka takes them. {@link #send} takes a line for good when it is durable, which
 * its callback tells; it never waits.
 */
public final class Spool implements Store, AutoCloseable {
  private static final long MOST_SEGMENT_BYTES = 16 * 1024 * 1024;

  /** So that the room of lines that left comes back in time. */
  private static final int SEGMENTS = 8;

  private static final long CLOSE_MILLIS = 3_000;

  private final SpoolFolder folder;
  private final SpoolCounts counts = new SpoolCounts();
  private final long limit;
  private final SpoolWriter writer;
  private final Outflow outflow;
  private final Thread writing;
  private final Thread flowing;

  /**
   * Recovers what the folder holds; nothing moves before {@link #open}.
   *
   * @param limit most bytes of lines
   * @param reachable can Kafka take lines now?
   * @throws UnusableSpoolException when the folder is none, or another process uses it
   */
  public Spool(Path path, long limit, Outlet kafka, BooleanSupplier reachable)
      throws UnusableSpoolException {
    this(path, limit, kafka, reachable, Disk.REAL);
  }

  Spool(Path path, long limit, Outlet kafka, BooleanSupplier reachable, Disk disk)
      throws UnusableSpoolException {
    this.limit = limit;
    folder = new SpoolFolder(path);
    Segments segments = folder.recover(counts);
    long segmentBytes = Math.min(MOST_SEGMENT_BYTES, limit / SEGMENTS);
    writer = new SpoolWriter(folder, disk, segments, counts, segmentBytes);
    outflow = new Outflow(folder, segments, counts, kafka, reachable);
    writing = Thread.ofPlatform().daemon().name("spool-writer").unstarted(writer);
    flowing = Thread.ofPlatform().daemon().name("spool-outflow").unstarted(outflow);
  }

  /** Begins to write, and to send what is there. */
  public void open() {
    writing.start();
    flowing.start();
  }

  @Override
  public boolean isWaiting() {
    return counts.waiting.get() > 0;
  }

  @Override
  public void send(LogLine line) {
    int size = Entry.size(line);
    if (size > Entry.LARGEST) {
      line.onCompletion(null, new RefusedException(Refusal.SPOOL_FAILS, "the line is too large"));
      return;
    }
    if (counts.bytes.addAndGet(size) > limit) {
      counts.bytes.addAndGet(-size);
      line.onCompletion(null, new RefusedException(Refusal.SPOOL_FULL, "the spool is full"));
      return;
    }
    counts.waiting.incrementAndGet();
    writer.add(line);
  }

  /** What it has done, and holds. */
  public SpoolCounts counts() {
    return counts;
  }

  /** How it is. */
  public SpoolHealth health() {
    return SpoolHealth.of(counts, limit, writer.failure());
  }

  /** Writes what it has taken, and leaves the rest to the next process. */
  @Override
  public void close() {
    outflow.close();
    writer.close();
    try {
      if (writing.isAlive()) {
        writing.join(CLOSE_MILLIS);
        flowing.join(CLOSE_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    folder.close();
  }
}
