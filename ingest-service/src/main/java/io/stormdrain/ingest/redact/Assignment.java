package io.stormdrain.ingest.redact;

import org.jspecify.annotations.Nullable;

/**
 * A name and the value that a line gives it, in one of the forms that programs print: {@code
 * name=value}, {@code "name":"value"}, {@code "name"=>"value"}, {@code name: value}, {@code
 * <name>value</name>}, {@code --name value}, also with the quotes escaped.
 *
 * @param from where the value begins, behind its quotes
 * @param to where it ends, or what is looked at of it
 * @param end what it ends with
 * @param form how the two stand together
 */
record Assignment(int from, int to, Form form, Chars end) {

  /** The looser the form, the more may be prose. */
  enum Form {
    QUOTED,
    TIGHT,
    /** With blanks, as people write. */
    LOOSE
  }

  private static final int ENOUGH = 128;
  private static final int MOST_BLANKS = 3;
  private static final Chars QUOTES = Chars.of("\"'`");
  private static final Chars BLANKS = Chars.of(" \t");
  private static final Chars VALUE_ENDS = Chars.of(" \t\r\n\"'`&;,)]}<>|\\");
  private static final Chars PARAMETER = Chars.of("0-9A-Za-z_.%[]-");
  private static final int LONGEST_PARAMETER = 32;
  private static final Chars LINE_ENDS = Chars.of(" \t\r\n\"'");

  /**
   * Reads what follows a name; of a long value only as much as is needed to judge it.
   *
   * @param begin of the name
   * @param end of the name
   * @return null when no value follows
   */
  static @Nullable Assignment after(byte[] text, int begin, int end) {
    int behind = skipQuote(text, end);
    int sign = skipBlanks(text, behind);
    int signEnd = skipSign(text, begin, sign);
    if (signEnd == sign) {
      return flag(text, begin, end, sign);
    }
    int value = skipBlanks(text, signEnd);
    int quote = skipBackslashes(text, skipPrefix(text, value));
    if (quote < text.length && QUOTES.has(text[quote])) {
      int to = quoteEnd(text, quote, quote + 1, quote + ENOUGH);
      return new Assignment(quote + 1, to, Form.QUOTED, QUOTES);
    }
    boolean colon = text[sign] == ':' && signEnd == sign + 1;
    boolean tight = sign == behind && value == signEnd && !colon;
    boolean variable = begin == 0 && Character.isUpperCase(text[0]);
    return unquoted(
        text, value, tight ? Form.TIGHT : Form.LOOSE, variable ? LINE_ENDS : VALUE_ENDS);
  }

  private static @Nullable Assignment flag(byte[] text, int begin, int end, int value) {
    boolean dashes = begin > 1 && text[begin - 1] == '-' && text[begin - 2] == '-';
    if (value == end || !dashes || value == text.length || text[value] == '-') {
      return null;
    }
    return unquoted(text, value, Form.LOOSE, LINE_ENDS);
  }

  private static Assignment unquoted(byte[] text, int from, Form form, Chars ends) {
    return new Assignment(from, valueEnd(text, from, from + ENOUGH, ends), form, ends);
  }

  /** Where the value ends, however long it is. */
  int wholeTo(byte[] text) {
    return form == Form.QUOTED
        ? quoteEnd(text, from - 1, to, text.length)
        : valueEnd(text, to, text.length, end);
  }

  private static int skipBlanks(byte[] text, int from) {
    return BLANKS.runEnd(text, from, Math.min(text.length, from + MOST_BLANKS));
  }

  private static int skipBackslashes(byte[] text, int from) {
    int i = from;
    while (i < text.length && i < from + MOST_BLANKS && text[i] == '\\') {
      i++;
    }
    return i;
  }

  /** Behind the quote that ends a name. */
  private static int skipQuote(byte[] text, int from) {
    int quote = skipBackslashes(text, from);
    boolean bracket = quote < text.length && text[quote] == ']';
    boolean closes = quote < text.length && (bracket || QUOTES.has(text[quote]));
    return closes ? quote + 1 : from;
  }

  private static int skipSign(byte[] text, int begin, int from) {
    if (from + 1 >= text.length) {
      return from;
    }
    byte second = text[from + 1];
    return switch (text[from]) {
      case '=' -> second == '>' || second == '=' ? from + 2 : from + 1;
      case ':' -> second == '=' ? from + 2 : from + 1;
      case '>' -> begin > 0 && (text[begin - 1] == '<' || text[begin - 1] == ':') ? from + 1 : from;
      case '%' -> isEncodedSign(text, from) ? from + 3 : from;
      default -> from;
    };
  }

  /** {@code %3D} */
  private static boolean isEncodedSign(byte[] text, int from) {
    return from + 2 < text.length && text[from + 1] == '3' && (text[from + 2] | 0x20) == 'd';
  }

  /** As {@code b'...'} of Python. */
  private static int skipPrefix(byte[] text, int from) {
    boolean prefix =
        from + 1 < text.length && "bBuUrR".indexOf(text[from]) >= 0 && QUOTES.has(text[from + 1]);
    return prefix ? from + 1 : from;
  }

  /** Where the quote comes again, with a backslash before it if there was one before the first. */
  private static int quoteEnd(byte[] text, int quote, int from, int most) {
    boolean escaped = text[quote - 1] == '\\';
    int limit = Math.min(text.length, most);
    for (int i = from; i < limit; i++) {
      if (text[i] == '\\' && !escaped) {
        i++;
      } else if (text[i] == text[quote]) {
        return escaped && text[i - 1] == '\\' ? backslashesBegin(text, i) : i;
      }
    }
    return limit;
  }

  private static int backslashesBegin(byte[] text, int quote) {
    int i = quote;
    while (text[i - 1] == '\\') {
      i--;
    }
    return i;
  }

  private static int valueEnd(byte[] text, int from, int most, Chars ends) {
    int limit = Math.min(text.length, most);
    int i = from;
    while (i < limit && (!ends.has(text[i]) || isWithin(text, i))) {
      i++;
    }
    return i;
  }

  /** An ampersand that begins no further parameter. */
  private static boolean isWithin(byte[] text, int at) {
    if (text[at] != '&') {
      return false;
    }
    int end = PARAMETER.runEnd(text, at + 1, Math.min(text.length, at + LONGEST_PARAMETER));
    return end > at + 1 && (end == text.length || text[end] != '=');
  }
}
