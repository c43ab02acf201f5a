package io.stormdrain.analyzer.trace;

import io.stormdrain.analyzer.expression.Expression;
import java.util.Arrays;
import java.util.List;

/** What a line looks like from outside, before anybody reads it. */
final class LineShape {

  private static final int SHORTEST_FRAME = 6;
  private static final byte[] AT = {'a', 't', ' '};
  private static final byte[] FROM = {'f', 'r', 'o', 'm', ' '};
  private static final byte[] FATAL = {'f', 'a', 't', 'a', 'l'};
  private static final byte[] PANIC = {'p', 'a', 'n', 'i', 'c'};
  private static final byte[] THREAD = {'t', 'h', 'r', 'e', 'a', 'd', ' ', '\''};
  private static final byte[] ELIXIR = {'*', '*', ' ', '('};
  private static final byte[] FILE = {'F', 'i', 'l', 'e', ' '};
  private static final String PYTHON = "Traceback (most recent call last)";

  /** What Python writes between the traces of a chain. */
  private static final List<String> CHAIN =
      List.of(
          "During handling of the above exception",
          "The above exception was the direct cause",
          "The above exception was also");

  private static final List<String> BETWEEN =
      List.of(
          "... ",
          "Suppressed: ",
          "goroutine ",
          "[signal ",
          "Stack trace:",
          "stack backtrace:",
          "thrown in ",
          "created by ",
          "(Background on this error",
          "}");

  /** {@code main.load(0xc0000140f0)}: Go writes the function on a line of its own. */
  private static final Expression GO_CALL = Expression.of("^[\\w./*()-]{1,300}\\([^()]{0,300}\\)$");

  private LineShape() {}

  /**
   * Whether the line may be the first of a trace that the reader notices: it is indented, names an
   * exception, or begins as a frame or a Python trace does. Nine of ten healthy lines end here.
   */
  static boolean mayOpenTrace(byte[] text, byte[] previous) {
    if (text.length < SHORTEST_FRAME) {
      return false;
    }
    return startsLikeFrame(text)
        || ExceptionName.end(text) > 0
        || endsLikePython(text)
        || (endsLikeRails(previous) && hasRubyFrame(text));
  }

  private static boolean startsLikeFrame(byte[] text) {
    return switch (text[0]) {
      case ' ', '\t', '(' -> true;
      case 'a' -> starts(text, AT);
      case 'f' -> starts(text, FROM) || starts(text, FATAL);
      case 'p' -> starts(text, PANIC);
      case 't' -> starts(text, THREAD);
      case 'F' -> starts(text, FILE);
      case '#' -> Character.isDigit(text[1]);
      case '*' -> starts(text, ELIXIR);
      default -> false;
    };
  }

  static boolean opensPython(String text) {
    return text.contains(PYTHON);
  }

  /** Whether another Python trace follows that belongs to the one before. */
  static boolean chains(String text) {
    String bare = text.stripLeading();
    return CHAIN.stream().anyMatch(bare::startsWith);
  }

  /** Go, Rust and Elixir say what happened, and then a few things more before the first frame. */
  static boolean opensAtOnce(String text) {
    return text.startsWith("panic: ")
        || text.startsWith("fatal error: ")
        || text.stripLeading().startsWith("** (")
        || (text.startsWith("thread '") && text.contains("' panicked at "));
  }

  static boolean isPythonFrame(String text) {
    return text.stripLeading().startsWith("File \"");
  }

  static boolean isIndented(String text) {
    return !text.isEmpty() && (text.charAt(0) == ' ' || text.charAt(0) == '\t');
  }

  /** Lines between the frames of a trace that are not frames themselves. */
  static boolean continues(String text) {
    String bare = text.stripLeading();
    return bare.isEmpty()
        || (isIndented(text) && !bare.startsWith("at "))
        || BETWEEN.stream().anyMatch(bare::startsWith)
        || GO_CALL.isIn(bare);
  }

  private static boolean starts(byte[] text, byte[] with) {
    return text.length >= with.length && Arrays.equals(text, 0, with.length, with, 0, with.length);
  }

  /** "...last):" also behind a logger's prefix. */
  private static boolean endsLikePython(byte[] text) {
    int end = text.length;
    return end >= PYTHON.length()
        && text[end - 1] == ':'
        && text[end - 2] == ')'
        && text[end - 3] == 't'
        && text[end - 4] == 's';
  }

  /** "ActiveRecord::RecordInvalid (...):" */
  private static boolean endsLikeRails(byte[] text) {
    int end = text.length;
    return end > 2 && text[end - 1] == ':' && text[end - 2] == ')';
  }

  /** "app/models/user.rb:12:in `save'": Rails prints its frames without indent. */
  private static boolean hasRubyFrame(byte[] text) {
    for (int i = 0, last = Math.min(text.length, 200) - 5; i < last; i++) {
      if (text[i] == 'r' && text[i + 1] == 'b' && text[i + 2] == ':' && text[i + 3] <= '9') {
        return true;
      }
    }
    return false;
  }
}
