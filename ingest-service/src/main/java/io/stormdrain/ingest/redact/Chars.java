package io.stormdrain.ingest.redact;

/** A set of ASCII characters, asked for with the bytes of a line. */
final class Chars {
  static final Chars DIGIT = of("0-9");
  static final Chars HEX = of("0-9a-f");
  static final Chars ALNUM = of("0-9A-Za-z");
  static final Chars UPPER_ALNUM = of("0-9A-Z");
  static final Chars WORD = of("0-9A-Za-z_");
  static final Chars BASE64URL = of("0-9A-Za-z_-");
  static final Chars BASE64 = of("0-9A-Za-z+/=");

  /** What RFC 6750 lets a bearer token consist of. */
  static final Chars TOKEN68 = of("0-9A-Za-z._~+/=-");

  private final boolean[] members = new boolean[256];

  private Chars() {}

  /**
   * The characters of a string, in which {@code a-z} stands for all between; a dash at its end for
   * itself.
   */
  static Chars of(String notation) {
    Chars chars = new Chars();
    for (int i = 0; i < notation.length(); i++) {
      char from = notation.charAt(i);
      boolean range = i + 2 < notation.length() && notation.charAt(i + 1) == '-';
      char to = range ? notation.charAt(i + 2) : from;
      for (char c = from; c <= to; c++) {
        chars.members[c] = true;
      }
      i += range ? 2 : 0;
    }
    return chars;
  }

  /** The character in both cases. */
  static Chars ofLetter(char letter) {
    Chars chars = new Chars();
    chars.members[Character.toLowerCase(letter)] = true;
    chars.members[Character.toUpperCase(letter)] = true;
    return chars;
  }

  boolean has(byte b) {
    return members[b & 0xFF];
  }

  int size() {
    int size = 0;
    for (boolean member : members) {
      size += member ? 1 : 0;
    }
    return size;
  }

  /** End of the run of such bytes that begins here. */
  int runEnd(byte[] text, int from, int limit) {
    int i = from;
    while (i < limit && has(text[i])) {
      i++;
    }
    return i;
  }

  /** Begin of the run of such bytes that ends here. */
  int runBegin(byte[] text, int to, int least) {
    int i = to;
    while (i > least && has(text[i - 1])) {
      i--;
    }
    return i;
  }

  boolean any(byte[] text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (has(text[i])) {
        return true;
      }
    }
    return false;
  }

  boolean all(byte[] text, int from, int to) {
    return runEnd(text, from, to) == to;
  }
}
