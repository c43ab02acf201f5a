package io.stormdrain.analyzer.trace;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The line of a trace that names the exception.
 *
 * @param type class of the exception, without its package: {@code KeyError}
 * @param message what it says, empty when it says nothing
 */
record ExceptionLine(String type, String message) {

  /** {@code [prefix] java.lang.IllegalStateException: message}, {@code KeyError: 'x'}. */
  private static final Pattern TYPED =
      Pattern.compile(
          "(?:^|[\\s\\[(])(?:[A-Za-z_$][\\w$]{0,60}(?:\\.|::|/))*(?P<type>(?:[A-Z][\\w$]{0,80}?)?(?:Error|Exception|Exit|Interrupt|Warning|Fault|NotFound|DoesNotExist|Timeout|Violation|Invalid))(?: \\[[^\\]]{1,80}\\])?(?:: (?P<message>.{1,500})|\\s*$)");

  /** {@code app.rb:3:in `load': undefined method `x' (NoMethodError)} */
  private static final Pattern RUBY =
      Pattern.compile(
          ":in [`'][^'`]{1,200}': (?P<message>.{1,500}) \\((?:\\w+::)*(?P<type>[A-Z]\\w{1,80})\\)$");

  /** {@code ActionView::Template::Error (undefined method ...):} */
  private static final Pattern RAILS =
      Pattern.compile(
          "(?:^|\\s)(?:[A-Z]\\w{0,60}::)*(?P<type>[A-Z]\\w{0,80}) \\((?P<message>.{1,500})\\):$");

  private static final Pattern GO =
      Pattern.compile("^(?P<type>panic|fatal error): (?P<message>.{1,500})");

  private static final Pattern RUST =
      Pattern.compile("^thread '[^']{1,80}' (?P<type>panicked) at (?P<message>.{1,500})");

  private static final Pattern ELIXIR =
      Pattern.compile(
          "\\*\\* \\((?:[A-Z]\\w{0,60}\\.)*(?P<type>[A-Z]\\w{1,80})\\) (?P<message>.{1,500})");

  private static final Pattern[] SHAPES = {RUBY, GO, RUST, ELIXIR, TYPED, RAILS};

  /** The exception that a line names, or null when it names none. */
  static @Nullable ExceptionLine of(String line) {
    for (Pattern shape : SHAPES) {
      Matcher matcher = shape.matcher(line);
      if (matcher.find()) {
        String message = matcher.group("message");
        return new ExceptionLine(matcher.group("type"), message == null ? "" : message);
      }
    }
    return null;
  }

  /** The last line of a Python trace: any class name may stand there. */
  static ExceptionLine ofPython(String line) {
    int colon = line.indexOf(": ");
    String type = colon < 0 ? line.strip() : line.substring(0, colon).strip();
    String message = colon < 0 ? "" : line.substring(colon + 2);
    return new ExceptionLine(type.substring(type.lastIndexOf('.') + 1), message);
  }
}
