package io.stormdrain.ingest.spool;

import io.stormdrain.ingest.line.LogLine;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** A spool's folder as it was found: what the last process left, its torn ends cut. */
final class SpoolFolder implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(SpoolFolder.class);

  final Path path;
  final PositionFile position;
  private final FileChannel lock;

  /** Lines of the segment at the position that Kafka has already. */
  private long linesBefore;

  SpoolFolder(Path path) throws UnusableSpoolException {
    this.path = path;
    try {
      Files.createDirectories(path);
      lock = lock(path);
      position = new PositionFile(path.resolve("position"));
    } catch (IOException e) {
      throw new UnusableSpoolException(path + " cannot be used: " + e);
    }
  }

  private static FileChannel lock(Path path) throws IOException, UnusableSpoolException {
    FileChannel file =
        FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (tryLock(file) == null) {
      file.close();
      throw new UnusableSpoolException(path + " is in use by another process");
    }
    return file;
  }

  private static @Nullable FileLock tryLock(FileChannel file) throws IOException {
    try {
      return file.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  /**
   * Reads what is there.
   *
   * @param counts told what was found
   */
  Segments recover(SpoolCounts counts) throws UnusableSpoolException {
    Position from = position.position();
    List<Segment> found = new ArrayList<>();
    long lines = 0;
    long last = from.segment();
    for (Path file : files()) {
      long number = Segment.number(file);
      Segment segment = scan(file, number, counts);
      last = Math.max(last, number);
      long before = linesBefore(segment, from);
      linesBefore += before;
      lines += number < from.segment() ? 0 : segment.lines() - before;
      found.add(segment);
    }
    Segments segments = new Segments(found, last);
    counts.recovered(lines, segments.bytes());
    return segments;
  }

  long linesBefore() {
    return linesBefore;
  }

  private List<Path> files() throws UnusableSpoolException {
    try (Stream<Path> files = Files.list(path)) {
      return files.filter(file -> Segment.number(file) > 0).sorted().toList();
    } catch (IOException e) {
      throw new UnusableSpoolException(path + " cannot be read: " + e);
    }
  }

  private static Segment scan(Path file, long number, SpoolCounts counts) {
    long lines = 0;
    long whole = 0;
    try (FileChannel channel = FileChannel.open(file)) {
      SegmentReader reader = new SegmentReader(channel, 0);
      boolean ours = reader.heading();
      while (ours && reader.next() != null) {
        lines++;
      }
      whole = ours ? reader.offset() : 0;
      if (channel.size() > whole) {
        counts.damagedBytes.add(channel.size() - whole);
        LOG.warnf("spool segment cut file=%s bytes=%d", file, channel.size() - whole);
      }
    } catch (IOException e) {
      LOG.warnf("spool segment unreadable file=%s reason=\"%s\"", file, e);
    }
    return new Segment(number, file, whole, lines, true);
  }

  /** Lines of a segment that Kafka has already. */
  private static long linesBefore(Segment segment, Position position) {
    if (segment.number() != position.segment()) {
      return 0;
    }
    long lines = 0;
    try (FileChannel channel = FileChannel.open(segment.path())) {
      SegmentReader reader = new SegmentReader(channel, 0);
      boolean ours = reader.heading();
      while (ours && reader.offset() < position.offset()) {
        LogLine line = reader.next();
        if (line == null) {
          break;
        }
        lines++;
      }
    } catch (IOException e) {
      LOG.warnf("spool segment unreadable file=%s reason=\"%s\"", segment.path(), e);
    }
    return lines;
  }

  void delete(Segment segment) {
    try {
      Files.deleteIfExists(segment.path());
    } catch (IOException e) {
      LOG.warnf("spool segment stays file=%s reason=\"%s\"", segment.path(), e);
    }
  }

  @Override
  public void close() {
    try (lock;
        position) {
      // Both are closed, whatever the other does.
    } catch (IOException e) {
      LOG.debugf(e, "spool folder closed");
    }
  }
}
