package io.stormdrain.ingest.spool;

import io.stormdrain.ingest.line.LogLine;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.errors.InvalidTimestampException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Where lines stay that Kafka will never take, as entries of a file that nobody reads by itself.
 */
final class Parking {
  private static final Logger LOG = Logger.getLogger(Parking.class);

  private final Path file;

  Parking(Path file) {
    this.file = file;
  }

  /** Is it about the line, and not about Kafka? */
  boolean isHopeless(@Nullable Exception failure) {
    return failure instanceof RecordTooLargeException
        || failure instanceof InvalidTimestampException
        || failure instanceof InvalidRecordException;
  }

  /** False when it cannot be kept there. */
  boolean park(LogLine line) {
    ByteBuffer entry = ByteBuffer.allocate(Entry.size(line));
    Entry.write(line, entry);
    entry.flip();
    try (FileChannel parked =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      while (entry.hasRemaining()) {
        parked.write(entry);
      }
      parked.force(false);
      LOG.errorf("line parked: Kafka will never take it file=%s", file);
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
