package io.stormdrain.ingest.spool;

import io.stormdrain.ingest.line.LogLine;
import io.stormdrain.ingest.line.Refusal;
import io.stormdrain.ingest.line.RefusedException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Writes lines to segments, as many at a time as are there, and makes each group durable at once.
 * When the disk fails, the group is refused and the next one tries again in a new segment: a disk
 * that has room again is used again.
 */
final class SpoolWriter implements Runnable {
  private static final Logger LOG = Logger.getLogger(SpoolWriter.class);
  private static final int GROUP = 4_096;
  private static final int BUFFER = 1024 * 1024;
  private static final long IDLE_MILLIS = 100;

  private final SpoolFolder folder;
  private final Disk disk;
  private final Segments segments;
  private final SpoolCounts counts;
  private final long segmentBytes;
  private final BlockingQueue<LogLine> queue = new LinkedBlockingQueue<>();
  private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER + Entry.HEADING + Entry.LARGEST);

  private volatile boolean closed;
  private volatile @Nullable String failure;
  private Disk.@Nullable Growing file;
  private @Nullable Segment segment;

  SpoolWriter(
      SpoolFolder folder, Disk disk, Segments segments, SpoolCounts counts, long segmentBytes) {
    this.folder = folder;
    this.disk = disk;
    this.segments = segments;
    this.counts = counts;
    this.segmentBytes = segmentBytes;
  }

  /** Takes a line; its callback comes when it is durable, or cannot be. */
  void add(LogLine line) {
    queue.add(line);
  }

  /** Why the last group could not be written; null when it was. */
  @Nullable String failure() {
    return failure;
  }

  /** Writes what there is, and ends. */
  void close() {
    closed = true;
  }

  @Override
  public void run() {
    List<LogLine> group = new ArrayList<>(GROUP);
    while (!closed || !queue.isEmpty()) {
      try {
        LogLine first = queue.poll(IDLE_MILLIS, TimeUnit.MILLISECONDS);
        if (first == null) {
          finishIfRetired();
        } else {
          group.add(first);
          queue.drainTo(group, GROUP - 1);
          write(group);
        }
      } catch (InterruptedException e) {
        closed = true;
      }
      group.clear();
    }
    finish();
  }

  private void write(List<LogLine> group) {
    long bytes = group.stream().mapToLong(Entry::size).sum();
    try {
      finishIfRetired();
      Segment before = open();
      Disk.Growing to = Objects.requireNonNull(file);
      for (LogLine line : group) {
        Entry.write(line, buffer);
        if (buffer.position() >= BUFFER) {
          flush(to);
        }
      }
      flush(to);
      to.force();
      Segment after = before.grown(before.length() + bytes, group.size());
      segment = after;
      segments.put(after);
      failure = null;
    } catch (IOException | RuntimeException e) {
      refuse(group, bytes, e);
      return;
    }
    counts.written.add(group.size());
    group.forEach(line -> line.onCompletion(null, null));
  }

  private void flush(Disk.Growing to) throws IOException {
    to.write(buffer.flip());
    buffer.clear();
  }

  private Segment open() throws IOException {
    Segment current = segment;
    if (current != null && current.length() < segmentBytes) {
      return current;
    }
    finish();
    long number = segments.nextNumber();
    Segment begun = new Segment(number, Segment.path(folder.path, number), 0, 0, false);
    file = disk.create(begun.path());
    Heading.write(buffer);
    Segment opened = begun.grown(Heading.BYTES, 0);
    counts.bytes.addAndGet(Heading.BYTES);
    segment = opened;
    return opened;
  }

  private void refuse(List<LogLine> group, long bytes, Exception reason) {
    buffer.clear();
    counts.failures.increment();
    if (failure == null) {
      LOG.warnf("spool cannot be written reason=\"%s\"", reason);
    }
    String message = String.valueOf(reason.getMessage());
    failure = message;
    abandon();
    counts.waiting.addAndGet(-group.size());
    counts.bytes.addAndGet(-bytes);
    RefusedException refused = new RefusedException(Refusal.SPOOL_FAILS, message);
    group.forEach(line -> line.onCompletion(null, refused));
  }

  /**
   * After a failure nobody knows what is on disk behind the last durable byte, and a later attempt
   * to make it durable may lie: nothing more is added to the segment.
   */
  private void abandon() {
    Segment current = segment;
    Disk.Growing open = file;
    if (current != null && open != null) {
      try {
        open.truncate(current.length());
      } catch (IOException e) {
        LOG.debugf(e, "torn end stays file=%s", current.path());
      }
    }
    finish();
  }

  private void finishIfRetired() {
    Segment current = segment;
    if (current != null && segments.isRetired(current.number())) {
      finish();
    }
  }

  private void finish() {
    Segment current = segment;
    Disk.Growing open = file;
    segment = null;
    file = null;
    try {
      if (open != null) {
        open.close();
      }
    } catch (IOException e) {
      LOG.debugf(e, "spool segment closed");
    }
    if (current != null && current.lines() > 0) {
      segments.put(current.finished());
    } else if (current != null) {
      folder.delete(current);
      counts.bytes.addAndGet(-current.length());
    }
  }
}
