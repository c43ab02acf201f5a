package io.stormdrain.analyzer.classify;

import io.stormdrain.analyzer.line.LogLine;
import java.io.ByteArrayOutputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Takes terminal colour codes out of lines, so that they stand between no two words. */
final class Colours {

  private static final byte ESCAPE = 0x1b;
  private static final long ONES = 0x0101010101010101L;
  private static final long ESCAPES = ONES * ESCAPE;
  private static final long HIGH_BITS = ONES << 7;

  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private Colours() {}

  static LogLine removed(LogLine line) {
    int first = firstEscape(line.text());
    return first < 0 ? line : line.withText(removed(line.text(), first));
  }

  /** Eight bytes at a time: every line comes through here, and hardly any has a colour. */
  private static int firstEscape(byte[] text) {
    int i = 0;
    for (int last = text.length - Long.BYTES; i <= last; i += Long.BYTES) {
      long different = (long) LONG.get(text, i) ^ ESCAPES;
      if ((different - ONES & ~different & HIGH_BITS) != 0) {
        break;
      }
    }
    for (; i < text.length; i++) {
      if (text[i] == ESCAPE) {
        return i;
      }
    }
    return -1;
  }

  private static byte[] removed(byte[] text, int first) {
    ByteArrayOutputStream clean = new ByteArrayOutputStream(text.length);
    clean.write(text, 0, first);
    int at = first;
    while (at < text.length) {
      if (text[at] == ESCAPE) {
        at = afterSequence(text, at + 1);
      } else {
        clean.write(text[at++]);
      }
    }
    return clean.toByteArray();
  }

  /** Behind {@code [ parameters letter}, the only kind that logs hold; else behind the escape. */
  private static int afterSequence(byte[] text, int at) {
    if (at >= text.length || text[at] != '[') {
      return at;
    }
    int i = at + 1;
    while (i < text.length && i < at + 20 && text[i] >= 0x20 && text[i] < 0x40) {
      i++;
    }
    return i < text.length && text[i] >= 0x40 ? i + 1 : at + 1;
  }
}
