package io.stormdrain.analyzer.signature;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.stormdrain.analyzer.expression.Expression;
import java.util.List;

/**
 * How loud a line is by its own words. A name of a level never makes a trouble; but what an app
 * calls information, as "INFO retrying after connection refused", is none.
 */
final class Level {

  /** What stands in front of a level: the line's begin, a time, a bracket, a dash; not a word. */
  private static final String BEFORE = "(?:^|[\\d\\]|)Z>-]\\s{0,4}|[\\[(|<]\\s{0,2})";

  private static final String BEHIND = "(?:\\s{0,6}[\\]|):>-]|\\s|$)";

  private static final Expression QUIET =
      Expression.of(
          BEFORE
              + "(?:INFO|DEBUG|TRACE|VERBOSE|NOTICE|FINE|FINER|FINEST|INF|DBG|Information|Info)"
              + BEHIND
              + "|(?i:(?:level|severity|lvl|levelname)[\"']?\\s?[=:]\\s?[\"']?(?:info|debug|trace|notice)\\b)"
              + "|\"level\":\\s?(?:10|20|30)\\b"
              + "|\\[(?:info|debug|trace|notice)\\]"
              + "|^(?:info|debug|trace|verbose|dbug):");

  private static final Expression LOUD =
      Expression.of(
          BEFORE
              + "(?:ERROR|ERR|WARN|WARNING|FATAL|CRITICAL|CRIT|SEVERE|PANIC|ALERT|EMERG)"
              + BEHIND);

  /** One of these words, letters' case aside, is in every line that calls itself quiet. */
  private static final List<String> SIGNS =
      List.of(
          "inf",
          "info",
          "information",
          "debug",
          "dbg",
          "dbug",
          "trace",
          "verbose",
          "notice",
          "fine",
          "finer",
          "finest",
          "level");

  private static final int OPENING_BITS = 12;

  /** A bit for each three letters that a sign begins with, by their hash. */
  private static final long[] OPENINGS = openings();

  private Level() {}

  private static long[] openings() {
    long[] openings = new long[1 << (OPENING_BITS - 6)];
    for (String sign : SIGNS) {
      int hash = hash(Scanner.window((sign + " ").getBytes(US_ASCII), 0));
      openings[hash >>> 6] |= 1L << hash;
    }
    return openings;
  }

  /** Whether a line that begins so calls itself information or less. */
  static boolean isQuiet(String front) {
    return QUIET.isIn(front) && !LOUD.isIn(front);
  }

  /**
   * Most lines that anybody asks about are errors: looking for the words is far faster. Every place
   * is looked at in the same few steps, whatever stands there, until a word may begin.
   *
   * @param text of which so many bytes hold the front
   */
  static boolean mayBeQuiet(byte[] text, int end) {
    int at = 0;
    for (int last = end - Integer.BYTES - 3; at <= last; at += 4) {
      long any = opens(text, at) | opens(text, at + 1) | opens(text, at + 2) | opens(text, at + 3);
      if ((any & 1) != 0 && isOneOfFour(text, at, end)) {
        return true;
      }
    }
    return isOneOfFour(text, at, end) || isOneOfFour(text, at + 4, end);
  }

  /** Whether the lowest bit is set: three letters stand there as a sign begins with. */
  private static long opens(byte[] text, int at) {
    int hash = hash(Scanner.window(text, at));
    return OPENINGS[hash >>> 6] >>> hash;
  }

  private static int hash(int window) {
    return (((window | 0x20202020) << 8) * 0x9E3779B1) >>> (32 - OPENING_BITS);
  }

  private static boolean isOneOfFour(byte[] text, int from, int end) {
    for (int at = from; at < Math.min(from + 4, end); at++) {
      // A time's Z may stand right in front.
      boolean begins = at == 0 || !isLetter(text[at - 1]) || (text[at - 1] | 0x20) == 'z';
      if (begins && isSign(text, at, wordEnd(text, at, end))) {
        return true;
      }
    }
    return false;
  }

  private static int wordEnd(byte[] text, int from, int end) {
    int at = from;
    while (at < end && isLetter(text[at])) {
      at++;
    }
    return at;
  }

  private static boolean isLetter(byte b) {
    int letter = (b | 0x20) - 'a';
    return letter >= 0 && letter < 26;
  }

  private static boolean isSign(byte[] text, int word, int end) {
    for (String sign : SIGNS) {
      if (sign.length() == end - word && isWord(sign, text, word)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isWord(String sign, byte[] text, int from) {
    for (int i = 0; i < sign.length(); i++) {
      if (sign.charAt(i) != (text[from + i] | 0x20)) {
        return false;
      }
    }
    return true;
  }
}
