package io.stormdrain.analyzer.trace;

import io.stormdrain.analyzer.expression.Expression;
import io.stormdrain.analyzer.expression.Found;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The line of a trace that names the exception.
 *
 * @param type class of the exception, without its package: {@code KeyError}
 * @param message what it says, empty when it says nothing
 * @param qualified whether a package or module stands in front of the class
 */
record ExceptionLine(String type, String message, boolean qualified) {

  /** {@code [prefix] java.lang.IllegalStateException: message}, {@code KeyError: 'x'}. */
  private static final Expression TYPED =
      Expression.of(
          "(?:^|[\\s\\[(\"])(?:[A-Za-z_$][\\w$]{0,60}(?:\\.|::|/|\\\\))*(?P<type>(?:[A-Z][\\w$]{0,80}?)?(?:Error|Exception|Exit|Interrupt|Fault|NotFound|DoesNotExist|Timeout|Violation|Invalid|Expired))(?: \\[[^\\]]{1,80}\\])?(?: \\(0x[0-9A-Fa-f]{1,8}\\))?(?:: (?P<message>.{1,500})|:?\\s*$)");

  /** {@code app.rb:3:in `load': undefined method `x' (NoMethodError)} */
  private static final Expression RUBY =
      Expression.of(
          ":in [`'][^'`]{1,200}': (?P<message>.{1,500}) \\((?:\\w+::)*(?P<type>[A-Z]\\w{1,80})\\)$");

  /** {@code ActionView::Template::Error (undefined method ...):} */
  private static final Expression RAILS =
      Expression.of(
          "(?:^|\\s)(?:[A-Z]\\w{0,60}::)*(?P<type>[A-Z]\\w{0,80}) \\((?P<message>.{1,500})\\):$");

  /** The same with a message that goes on in the next line. */
  private static final Expression RAILS_OPEN =
      Expression.of(
          "^(?:[A-Z]\\w{0,60}::)*(?P<type>[A-Z]\\w{0,80}?(?:Error|Exception)) \\((?P<message>.{1,500}?)\\)?$");

  private static final Expression GO =
      Expression.of("^(?P<type>panic|fatal error): (?P<message>.{1,500})");

  private static final Expression RUST =
      Expression.of(
          "^thread '[^']{1,80}'(?: \\(\\d+\\))? (?P<type>panicked) at (?P<message>.{1,500})");

  private static final Expression ELIXIR =
      Expression.of(
          "\\*\\* \\((?:[A-Z]\\w{0,60}\\.)*(?P<type>[A-Z]\\w{1,80})\\) (?P<message>.{1,500})");

  private static final Expression[] SHAPES = {RUBY, GO, RUST, ELIXIR, RAILS, RAILS_OPEN, TYPED};

  /** {@code pkg.module.Type: message}: the last line of a Python trace, whatever its class. */
  private static final Expression PYTHON =
      Expression.of(
          "^(?:[A-Za-z_]\\w{0,60}\\.){0,8}(?P<type>[A-Z]\\w{0,80}|\\w{0,80}error)(?::(?:\\s(?P<message>.{0,500}))?)?\\s*$");

  /** The exception that a line names, or null when it names none. */
  static @Nullable ExceptionLine of(String line) {
    for (Expression shape : SHAPES) {
      Found found = shape.find(line);
      if (found != null) {
        return of(line, found);
      }
    }
    return null;
  }

  /** The last line of a Python trace, or null when it does not look like one. */
  static @Nullable ExceptionLine ofPython(String line) {
    Found found = PYTHON.find(line);
    return found != null ? of(line, found) : of(line);
  }

  /** Whether the class tells one trouble from another: {@code KeyError} does, {@code Error} not. */
  boolean isTelling() {
    return ExceptionName.isTelling(type) || qualified;
  }

  private static ExceptionLine of(String line, Found found) {
    String message = found.group("message");
    int before = found.start("type") - 1;
    return new ExceptionLine(
        Objects.requireNonNull(found.group("type")),
        message == null ? "" : message,
        before >= 0 && isJoint(line, before));
  }

  /** What joins a class to its package: {@code a.B}, {@code A::B}, {@code A\B}. */
  private static boolean isJoint(String line, int at) {
    char c = line.charAt(at);
    return c == '.' || c == ':' || c == '\\';
  }
}
