package io.stormdrain.ingest.spool;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.stormdrain.ingest.line.LogLine;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;

/**
 * How a line stands in a segment, numbers with their highest byte first:
 *
 * <pre>
 *   int    length of the body
 *   int    CRC-32C of the length and the body
 *   body:  long milliseconds, key, value, int number of headers, (name, value) of each;
 *          texts as int length and bytes
 * </pre>
 */
final class Entry {
  /** In front of the body. */
  static final int HEADING = 8;

  /** A value has 64 KiB at most, headers no more than a request's 16 KiB. */
  static final int LARGEST = 512 * 1024;

  /** What can be an entry's body: a time, three lengths. */
  private static final int SMALLEST = 20;

  private Entry() {}

  /** Bytes that a line takes in a segment. */
  static int size(LogLine line) {
    int size = HEADING + SMALLEST + line.key().length + line.value().length;
    for (Header header : line.headers()) {
      size += 8 + header.key().length() + length(header.value());
    }
    return size;
  }

  private static int length(byte @Nullable [] bytes) {
    return bytes == null ? 0 : bytes.length;
  }

  /** Writes a line; the buffer is backed by an array and has room for it. */
  static void write(LogLine line, ByteBuffer to) {
    int begin = to.position();
    to.position(begin + HEADING);
    to.putLong(line.timestamp());
    put(line.key(), to);
    put(line.value(), to);
    int number = to.position();
    to.putInt(0);
    int headers = 0;
    for (Header header : line.headers()) {
      put(header.key().getBytes(UTF_8), to);
      put(header.value(), to);
      headers++;
    }
    to.putInt(number, headers);
    to.putInt(begin, to.position() - begin - HEADING);
    to.putInt(begin + 4, sum(to, begin, to.position()));
  }

  private static void put(byte @Nullable [] bytes, ByteBuffer to) {
    to.putInt(length(bytes));
    if (bytes != null) {
      to.put(bytes);
    }
  }

  private static int sum(ByteBuffer entry, int from, int to) {
    CRC32C sum = new CRC32C();
    sum.update(entry.array(), entry.arrayOffset() + from, 4);
    sum.update(entry.array(), entry.arrayOffset() + from + HEADING, to - from - HEADING);
    return (int) sum.getValue();
  }

  /**
   * Length of the body of the entry that begins here.
   *
   * @param from at least {@link #HEADING} bytes remain
   * @return -1 when no entry can begin so
   */
  static int body(ByteBuffer from) {
    int length = from.getInt(from.position());
    return length < SMALLEST || length > LARGEST ? -1 : length;
  }

  /**
   * Reads an entry, and moves behind it.
   *
   * @param from holds the whole of it
   * @return null when it is damaged
   */
  static @Nullable LogLine read(ByteBuffer from) {
    int begin = from.position();
    int end = begin + HEADING + from.getInt(begin);
    if (from.getInt(begin + 4) != sum(from, begin, end)) {
      return null;
    }
    ByteBuffer body = from.duplicate().limit(end).position(begin + HEADING);
    from.position(end);
    try {
      return line(body);
    } catch (BufferUnderflowException | IllegalArgumentException e) {
      // Its sum is right and its content is not: another version wrote it, or nobody.
      return null;
    }
  }

  private static @Nullable LogLine line(ByteBuffer body) {
    long millis = body.getLong();
    byte[] key = bytes(body);
    byte[] value = bytes(body);
    int count = body.getInt();
    List<Header> headers = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      headers.add(new RecordHeader(new String(bytes(body), UTF_8), bytes(body)));
    }
    return body.hasRemaining() ? null : new LogLine(millis, key, value, headers);
  }

  private static byte[] bytes(ByteBuffer from) {
    int length = from.getInt();
    if (length < 0 || length > from.remaining()) {
      throw new BufferUnderflowException();
    }
    byte[] bytes = new byte[length];
    from.get(bytes);
    return bytes;
  }
}
