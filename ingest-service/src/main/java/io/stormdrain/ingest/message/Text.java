package io.stormdrain.ingest.message;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/**
 * What a message says: valid UTF-8, no longer than a record's value may be.
 *
 * @param bytes not to be changed
 * @param truncated it was longer
 */
public record Text(byte[] bytes, boolean truncated) {
  /** Longest value of a {@code log-lines} record. */
  public static final int MAX_BYTES = 65_536;

  public Text {
    if (bytes.length > MAX_BYTES) {
      throw new IllegalArgumentException("text of " + bytes.length + " bytes: 65,536 at most");
    }
  }

  /** Of a stretch of bytes, made valid, cut between characters. */
  public static Text of(byte[] bytes, int from, int to) {
    boolean fits = to - from <= MAX_BYTES;
    byte[] text = Utf8.text(bytes, from, fits ? to : Utf8.cut(bytes, from, MAX_BYTES));
    boolean truncated = !fits || text.length > MAX_BYTES;
    // A replacement character is longer than the byte it stands for.
    return text.length > MAX_BYTES
        ? new Text(Arrays.copyOf(text, Utf8.cut(text, 0, MAX_BYTES)), true)
        : new Text(text, truncated);
  }

  /** Of a line: as above, without the one line feed that may end it. */
  public static Text ofLine(byte[] bytes, int from, int to) {
    int end = to > from && bytes[to - 1] == '\n' ? to - 1 : to;
    boolean carriage = end < to && end > from && bytes[end - 1] == '\r';
    return of(bytes, from, carriage ? end - 1 : end);
  }

  /** Of characters, which need not be a whole number of code points. */
  public static Text of(String text) {
    // No character takes more than three bytes a char.
    String enough = text.length() > MAX_BYTES + 1 ? text.substring(0, MAX_BYTES + 1) : text;
    byte[] bytes = enough.getBytes(UTF_8);
    int end = bytes.length;
    if (end > 0 && bytes[end - 1] == '\n') {
      end--;
    }
    return of(bytes, 0, end);
  }

  /** A piece of a body that cannot be decoded, as it came. */
  public static Text raw(byte[] bytes, int from, int to) {
    return new Text(Arrays.copyOfRange(bytes, from, to), false);
  }

  @Override
  public String toString() {
    return new String(bytes, UTF_8);
  }
}
