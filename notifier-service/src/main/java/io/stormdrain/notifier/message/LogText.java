package io.stormdrain.notifier.message;

import java.util.regex.Pattern;

/**
 * Log text made fit to be shown. Log lines are hostile: they carry colours, cursor movements,
 * invisible characters and such as turn the reading direction around.
 */
public final class LogText {

  private static final String CUT = "…";

  /**
   * ECMA-48: strings with an end (OSC, DCS, APC, PM, SOS), control sequences, other escapes; and
   * colours of which only the escape character itself was lost on the way.
   */
  private static final Pattern ESCAPES =
      Pattern.compile(
          "\\x1B[\\]PX^_][^\\x07\\x1B\\x9C]*(?:\\x07|\\x1B\\\\|\\x9C)"
              + "|(?:\\x1B\\[|\\x9B)[0-?]*[ -/]*[@-~]?"
              + "|\\x1B[ -/]*[0-~]?"
              + "|\\[\\d{1,3}(?:;\\d{1,3}){0,5}m");

  private LogText() {}

  /** One line: without escapes, control and invisible characters, with single spaces. */
  public static String line(String text) {
    StringBuilder out = new StringBuilder(text.length());
    boolean space = false;
    for (int point : ESCAPES.matcher(text).replaceAll("").codePoints().toArray()) {
      if (isSpace(point)) {
        space = !out.isEmpty();
      } else if (isShown(point)) {
        out.append(space ? " " : "").appendCodePoint(point);
        space = false;
      }
    }
    return out.toString();
  }

  /** As it is written: its lines and spaces stay, without control and invisible characters. */
  public static String written(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints()
        .filter(point -> point == '\n' || point == '\t' || isShown(point))
        .forEach(out::appendCodePoint);
    return out.toString();
  }

  /** The same as a line, at most so many UTF-16 units long; what is cut says so. */
  public static String line(String text, int most) {
    return cut(line(text), most);
  }

  /** Cuts shown text, never inside a character. */
  public static String cut(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int end = most - CUT.length();
    if (Character.isHighSurrogate(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(0, end) + CUT;
  }

  /** Whether nothing in it would move a cursor, hide or turn around. */
  static boolean isClean(String text) {
    return text.codePoints().allMatch(LogText::isShown);
  }

  private static boolean isSpace(int point) {
    return Character.isWhitespace(point) || Character.isSpaceChar(point) || point == 0x85;
  }

  private static boolean isShown(int point) {
    if ((point & 0xFFFE) == 0xFFFE) {
      return false;
    }
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
