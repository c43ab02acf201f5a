package io.stormdrain.analyzer.vitals;

import static java.nio.charset.StandardCharsets.US_ASCII;

import org.jspecify.annotations.Nullable;

/**
 * Memory of a dyno as Heroku's log-runtime-metrics write it, about three times a minute and dyno:
 * {@code source=web.1 dyno=heroku.1.f2 sample#memory_total=201.71MB ...
 * sample#memory_quota=512.00MB}.
 */
final class MemorySample {

  private static final byte[] SOURCE = "source=".getBytes(US_ASCII);
  private static final byte[] TOTAL = "sample#memory_total=".getBytes(US_ASCII);
  private static final byte[] QUOTA = "sample#memory_quota=".getBytes(US_ASCII);

  /** What is longer is no such line. */
  private static final int MOST = 1_000;

  private MemorySample() {}

  /** What the line tells; null when it is another line. */
  static Vitals.@Nullable Memory of(byte[] text) {
    if (!startsWith(text, 0, SOURCE) || text.length > MOST) {
      return null;
    }
    long used = -1;
    long quota = -1;
    for (int word = 0; word < text.length; word = afterWord(text, word)) {
      if (startsWith(text, word, TOTAL)) {
        used = bytes(text, word + TOTAL.length);
      } else if (startsWith(text, word, QUOTA)) {
        quota = bytes(text, word + QUOTA.length);
      }
    }
    return used < 0 ? null : new Vitals.Memory(used, quota < 0 ? null : quota);
  }

  private static int afterWord(byte[] text, int at) {
    int i = at;
    while (i < text.length && text[i] != ' ') {
      i++;
    }
    return i + 1;
  }

  private static boolean startsWith(byte[] text, int at, byte[] wanted) {
    if (text.length - at < wanted.length) {
      return false;
    }
    // The words of such a line differ at their ends.
    for (int i = wanted.length - 1; i >= 0; i--) {
      if (text[at + i] != wanted[i]) {
        return false;
      }
    }
    return true;
  }

  /** {@code 201.71MB}: Heroku writes MB and means MiB. -1 when it is no such number. */
  private static long bytes(byte[] text, int from) {
    long number = 0;
    long parts = 1;
    boolean fraction = false;
    int at = from;
    for (; at < text.length && at - from < 12 && (isDigit(text[at]) || text[at] == '.'); at++) {
      if (text[at] == '.') {
        fraction = true;
      } else {
        number = number * 10 + text[at] - '0';
        parts *= fraction ? 10 : 1;
      }
    }
    boolean megabytes = at > from && startsWith(text, at, new byte[] {'M', 'B'});
    return megabytes ? (number << 20) / parts : -1;
  }

  private static boolean isDigit(byte b) {
    return b >= '0' && b <= '9';
  }
}
