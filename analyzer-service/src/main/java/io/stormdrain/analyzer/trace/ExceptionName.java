package io.stormdrain.analyzer.trace;

import java.util.List;

/**
 * A class of exception at the very begin of a line, as {@code django.db.utils.OperationalError:
 * ...}, {@code PG::UndefinedTable: ...} or {@code KeyError} alone.
 */
final class ExceptionName {

  private static final int LONGEST = 200;

  /** Names end so; what only ends in "Warning" is none. */
  private static final List<String> ENDS = List.of("Error", "Exception", "Exit", "Interrupt");

  /** Names that say nothing: everybody throws them, and command lines print them. */
  private static final List<String> PLAIN = List.of("Error", "Exception", "Exit", "Interrupt");

  /** Ways to end, not reasons: what was thrown before them tells why. */
  private static final List<String> OUTCOMES =
      List.of("HaltServer", "SystemExit", "KeyboardInterrupt", "SignalException", "GracefulExit");

  private ExceptionName() {}

  /** Whether it only says that a process ends. */
  static boolean isOutcome(String type) {
    return OUTCOMES.contains(type);
  }

  /** Where the name ends that the line begins with, 0 when it does not begin with one. */
  static int end(byte[] text) {
    if (text.length < 5) {
      return 0;
    }
    int first = text[0];
    if (!isLetter(first)) {
      return 0;
    }
    int end = 1;
    int last = Math.min(text.length, LONGEST);
    while (end < last && (isLetter(text[end]) || isInside(text, end))) {
      end++;
    }
    return end < 5 || !isEnd(text, end) || !endsAsName(text, end) ? 0 : end;
  }

  /** Whether the name tells one kind of trouble from another. */
  static boolean isTelling(String type) {
    return !PLAIN.contains(type);
  }

  private static boolean isLetter(int b) {
    return (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z');
  }

  /** Digits, dots, underscores; a colon only as one of two. */
  private static boolean isInside(byte[] text, int at) {
    byte b = text[at];
    return (b >= '0' && b <= '9')
        || b == '.'
        || b == '_'
        || b == '$'
        || b == '\\'
        || (b == ':' && ((at + 1 < text.length && text[at + 1] == ':') || text[at - 1] == ':'));
  }

  /** Behind the name comes {@code ": "}, {@code " ("}, {@code " ["}, or nothing. */
  private static boolean isEnd(byte[] text, int end) {
    if (end == text.length) {
      return true;
    }
    byte next = text[end];
    if (next == ':') {
      return end + 1 == text.length || text[end + 1] == ' ';
    }
    return next == ' ' && end + 1 < text.length && (text[end + 1] == '(' || text[end + 1] == '[');
  }

  private static boolean endsAsName(byte[] text, int end) {
    for (String name : ENDS) {
      if (endsWith(text, end, name)) {
        return true;
      }
    }
    return false;
  }

  private static boolean endsWith(byte[] text, int end, String with) {
    int from = end - with.length();
    if (from < 0) {
      return false;
    }
    for (int i = 0; i < with.length(); i++) {
      if (text[from + i] != with.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
