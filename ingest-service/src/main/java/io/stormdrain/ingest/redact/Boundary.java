package io.stormdrain.ingest.redact;

/** Where words begin, in lines that may be JSON or parts of URLs. */
final class Boundary {
  private Boundary() {}

  /** May a key begin here, or is it the end of a longer word? */
  static boolean isBefore(byte[] text, int at) {
    return at == 0
        || !Chars.ALNUM.has(text[at - 1])
        || isEscape(text, at)
        || isPercentEscape(text, at)
        || isColour(text, at);
  }

  /** As {@code \n} in JSON. */
  private static boolean isEscape(byte[] text, int at) {
    return at >= 2 && text[at - 2] == '\\' && "nrt".indexOf(text[at - 1]) >= 0;
  }

  /** As {@code %3D} in a URL. */
  private static boolean isPercentEscape(byte[] text, int at) {
    return at >= 3
        && text[at - 3] == '%'
        && Character.digit(text[at - 2], 16) >= 0
        && Character.digit(text[at - 1], 16) >= 0;
  }

  /** As {@code [32m} before coloured text. */
  private static boolean isColour(byte[] text, int at) {
    return at >= 3
        && text[at - 1] == 'm'
        && Chars.DIGIT.has(text[at - 2])
        && (text[at - 3] == '[' || text[at - 3] == ';' || Chars.DIGIT.has(text[at - 3]));
  }
}
