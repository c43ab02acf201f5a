package io.stormdrain.ingest.spool;

import io.stormdrain.ingest.line.LogLine;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import org.jspecify.annotations.Nullable;

/** Reads the entries of a segment one after the other. Whatever the bytes are, it ends. */
final class SegmentReader {
  private static final int BUFFER = 64 * 1024;

  private final ReadableByteChannel channel;
  private ByteBuffer buffer = ByteBuffer.allocate(BUFFER).flip();
  private long offset;
  private boolean damaged;

  /**
   * From where the channel stands.
   *
   * @param offset of that place in the segment
   */
  SegmentReader(ReadableByteChannel channel, long offset) {
    this.channel = channel;
    this.offset = offset;
  }

  /** Reads the heading; false when it is that of no segment. */
  boolean heading() throws IOException {
    if (!fill(Heading.BYTES)) {
      damaged = buffer.hasRemaining();
      return false;
    }
    offset += Heading.BYTES;
    damaged = !Heading.read(buffer);
    return !damaged;
  }

  /** The next line; null where the entries end, or no whole one stands. */
  @Nullable LogLine next() throws IOException {
    if (damaged) {
      return null;
    }
    if (!fill(Entry.HEADING)) {
      damaged = buffer.hasRemaining();
      return null;
    }
    int body = Entry.body(buffer);
    LogLine line = body >= 0 && fill(Entry.HEADING + body) ? Entry.read(buffer) : null;
    damaged = line == null;
    offset += damaged ? 0 : Entry.HEADING + body;
    return line;
  }

  /** Where the next entry begins, and the whole ones before it end. */
  long offset() {
    return offset;
  }

  /** Are there bytes behind the last whole entry? */
  boolean isDamaged() {
    return damaged;
  }

  /** Is there so much? */
  private boolean fill(int bytes) throws IOException {
    if (buffer.remaining() >= bytes) {
      return true;
    }
    ByteBuffer larger =
        bytes > buffer.capacity() ? ByteBuffer.allocate(bytes + BUFFER).put(buffer) : null;
    buffer = larger == null ? buffer.compact() : larger;
    int read = 0;
    while (read >= 0 && buffer.position() < bytes) {
      read = channel.read(buffer);
    }
    buffer.flip();
    return buffer.remaining() >= bytes;
  }
}
