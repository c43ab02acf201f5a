package io.stormdrain.analyzer.expression;

import java.util.Arrays;

/**
 * A set of characters: a bit for each of ASCII, ranges for what lies beyond.
 *
 * @param low the characters 0 to 63
 * @param high the characters 64 to 127
 * @param ranges pairs of first and last character beyond ASCII
 * @param beyond whether the characters beyond ASCII are all but the ranges, or only these
 */
record CharSet(long low, long high, char[] ranges, boolean beyond) {

  private static final char[] NO_RANGES = {};

  static final CharSet NONE = new CharSet(0, 0, NO_RANGES, false);

  /** All but the end of a line. */
  static final CharSet DOT = range('\n', '\n').negated();

  static final CharSet DIGIT = range('0', '9');
  static final CharSet WORD = DIGIT.and(range('a', 'z')).and(range('A', 'Z')).and(range('_', '_'));
  static final CharSet SPACE = range(' ', ' ').and(range('\t', '\n')).and(range('\f', '\r'));

  static CharSet range(char first, char last) {
    long low = 0;
    long high = 0;
    for (char c = first; c <= last && c < 128; c++) {
      low |= c < 64 ? 1L << c : 0;
      high |= c < 64 ? 0 : 1L << c;
    }
    return last < 128
        ? new CharSet(low, high, NO_RANGES, false)
        : new CharSet(low, high, new char[] {(char) Math.max(first, 128), last}, false);
  }

  CharSet negated() {
    return new CharSet(~low, ~high, ranges, !beyond);
  }

  /** The characters of both; what is left out beyond ASCII is forgotten. */
  CharSet and(CharSet other) {
    if (beyond || other.beyond) {
      return new CharSet(low | other.low, high | other.high, NO_RANGES, true);
    }
    char[] both = Arrays.copyOf(ranges, ranges.length + other.ranges.length);
    System.arraycopy(other.ranges, 0, both, ranges.length, other.ranges.length);
    return new CharSet(low | other.low, high | other.high, both, false);
  }

  /** With both cases of its letters. */
  CharSet folded() {
    long letters = (high | high >>> 32 | high << 32) & 0x07FFFFFE07FFFFFEL;
    return new CharSet(low, high | letters, ranges, beyond);
  }

  boolean isEmpty() {
    return (low | high) == 0 && ranges.length == 0 && !beyond;
  }

  boolean contains(char c) {
    if (c < 64) {
      return (low >>> c & 1) != 0;
    }
    return c < 128 ? (high >>> c & 1) != 0 : containsBeyond(c);
  }

  private boolean containsBeyond(char c) {
    for (int i = 0; i < ranges.length; i += 2) {
      if (c >= ranges[i] && c <= ranges[i + 1]) {
        return !beyond;
      }
    }
    return beyond;
  }
}
