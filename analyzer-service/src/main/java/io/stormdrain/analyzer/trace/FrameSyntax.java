package io.stormdrain.analyzer.trace;

import io.stormdrain.analyzer.expression.Expression;
import io.stormdrain.analyzer.expression.Found;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How languages write a frame. Leading white space may have been lost on the way. */
enum FrameSyntax {
  /** {@code File "/app/main.py", line 32, in <module>} */
  PYTHON(
      "^\\s*File \"(?P<place>[^\"]{1,500})\", line (?P<line>\\d{1,9})(?:, in (?P<function>.{1,200}))?$"),
  /** {@code at load (/app/server.js:10:5)} and {@code at com.acme.Shop.open(Shop.java:12)} */
  NAMED(
      "^\\s*at (?:async |new )?(?P<function>[^()]{1,300}?) ?\\((?:file://)?(?P<place>[^()]{1,500}?)(?::(?P<line>\\d{1,9}))?(?::\\d+)?\\)(?: ~?\\[.*)?$"),
  /** {@code at /app/server.js:10:5} and {@code at Acme.Shop.Open() in /src/Shop.cs:line 12} */
  BARE(
      "^\\s*at (?:async )?(?:(?P<function>\\S{1,300}\\)) in )?(?:file://)?(?P<place>[^\\s()]{1,500}?):(?:line )?(?P<line>\\d{1,9})(?::\\d+)?$"),
  /** {@code from /app/config.rb:3:in `load'} and {@code app/models/user.rb:12:in 'save'} */
  RUBY(
      "^\\s*(?:from )?(?P<place>[^\\s:]{1,500}\\.(?:rb|erb|haml|slim|ru|rake)):(?P<line>\\d{1,9}):in (?P<function>.{1,200})$"),
  /** {@code #0 /app/index.php(12): run()} */
  PHP("^\\s*#\\d{1,4} (?P<place>[^\\s(]{1,500})\\((?P<line>\\d{1,9})\\): (?P<function>.{1,200})$"),
  /** {@code /app/main.go:12 +0x1d} */
  GO("^\\s*(?P<place>[^\\s:]{1,500}\\.go):(?P<line>\\d{1,9})(?: \\+0x[0-9a-f]+)?$"),
  /** {@code (shop 0.1.0) lib/shop.ex:12: Shop.open/1} */
  ELIXIR(
      "^\\s*\\([^()]{1,80}\\) (?P<place>[^\\s:]{1,300}\\.exs?):(?P<line>\\d{1,9}): (?P<function>.{1,200})$");

  private static final String FUNCTION = "function";

  // An expression never changes.
  @SuppressWarnings("ImmutableEnumChecker")
  private final Expression pattern;

  private final boolean functions;

  FrameSyntax(String pattern) {
    this.pattern = Expression.of(pattern);
    this.functions = List.of(this.pattern.names()).contains(FUNCTION);
  }

  @Nullable Frame read(String line) {
    Found found = pattern.find(line);
    if (found == null) {
      return null;
    }
    String number = found.group("line");
    String place = Objects.requireNonNull(found.group("place"));
    String function = functions ? found.group(FUNCTION) : null;
    if (this == NAMED && function != null && isClassName(function)) {
      // The JVM puts the class before the file's bare name: the class tells more.
      place = function.substring(0, function.lastIndexOf('.'));
    }
    return new Frame(place, number == null ? 0 : Integer.parseInt(number), function);
  }

  private static boolean isClassName(String function) {
    int dot = function.indexOf('.');
    return dot > 0
        && function.indexOf(' ') < 0
        && function.chars().filter(c -> c == '.').count() > 1;
  }
}
