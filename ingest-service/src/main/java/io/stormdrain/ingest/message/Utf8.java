package io.stormdrain.ingest.message;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Makes bytes valid UTF-8, and cuts them between characters. Valid bytes are copied, once. */
public final class Utf8 {
  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long NOT_ASCII = 0x8080_8080_8080_8080L;

  private Utf8() {}

  /** The bytes with every invalid sequence replaced by U+FFFD. */
  public static byte[] text(byte[] bytes, int from, int to) {
    return isValid(bytes, from, to)
        ? Arrays.copyOfRange(bytes, from, to)
        : new String(bytes, from, to - from, UTF_8).getBytes(UTF_8);
  }

  /** End of the longest run of whole characters from {@code from} on, of at most so many bytes. */
  public static int cut(byte[] text, int from, int most) {
    int end = from + most;
    int back = 0;
    while (back < 3 && (text[end - back] & 0xC0) == 0x80) {
      back++;
    }
    // A fourth continuation byte in a row belongs to no character: nothing to keep whole.
    return (text[end - back] & 0xC0) == 0x80 ? end : end - back;
  }

  /** Are these bytes valid UTF-8? */
  public static boolean isValid(byte[] bytes, int from, int to) {
    int i = afterAscii(bytes, from, to);
    while (i < to) {
      int length = sequence(bytes, i, to);
      if (length == 0) {
        return false;
      }
      i = length == 1 ? afterAscii(bytes, i, to) : i + length;
    }
    return true;
  }

  private static int afterAscii(byte[] bytes, int from, int to) {
    int i = from;
    while (i + Long.BYTES <= to && ((long) EIGHT.get(bytes, i) & NOT_ASCII) == 0) {
      i += Long.BYTES;
    }
    while (i < to && bytes[i] >= 0) {
      i++;
    }
    return i;
  }

  /** Length of the valid character that begins here, 0 when there is none (Unicode 3.9, D92). */
  private static int sequence(byte[] b, int i, int to) {
    int first = b[i] & 0xFF;
    if (first < 0x80) {
      return 1;
    }
    if (first < 0xC2 || first > 0xF4) {
      return 0;
    }
    int length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    if (i + length > to || !isSecond(first, b[i + 1] & 0xFF)) {
      return 0;
    }
    for (int k = i + 2; k < i + length; k++) {
      if ((b[k] & 0xC0) != 0x80) {
        return 0;
      }
    }
    return length;
  }

  /** Second bytes are narrowed where they would spell an overlong form, a surrogate or too much. */
  private static boolean isSecond(int first, int second) {
    int least = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
    int most = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
    return second >= least && second <= most;
  }
}
