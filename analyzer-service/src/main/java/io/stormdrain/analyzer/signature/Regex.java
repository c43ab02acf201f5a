package io.stormdrain.analyzer.signature;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.stormdrain.analyzer.expression.Expression;
import io.stormdrain.analyzer.expression.Found;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A regular expression, for what a template cannot say. Its time is linear in the line, so no log
 * line can make it hang; its named groups are the captures.
 */
final class Regex implements LinePattern {

  /**
   * RE2/J writes a counted repetition out, and so deep that more would not fit a small stack.
   * Whoever wants more means any number: no pattern looks further than {@link #MAX_LENGTH} anyway.
   */
  private static final int MOST_REPETITIONS = 300;

  private static final Pattern REPETITION = Pattern.compile("[{]\\d*,?(\\d+)[}]");

  private final Expression expression;
  private final List<String> literals;
  private final String[] names;

  private Regex(Expression expression, List<String> literals) {
    this.expression = expression;
    this.names = expression.names();
    this.literals = literals;
  }

  /** Throws IllegalArgumentException when the expression is wrong or no literal is given. */
  static Regex of(String source, List<String> literals, boolean ignoreCase) {
    if (literals.isEmpty()) {
      throw new IllegalArgumentException(
          "regex '"
              + source
              + "' needs 'literals': texts of which one is in every line it matches");
    }
    requireFewRepetitions(source);
    return new Regex(Expression.of(source, ignoreCase), List.copyOf(literals));
  }

  private static void requireFewRepetitions(String source) {
    Matcher repetition = REPETITION.matcher(source);
    while (repetition.find()) {
      if (repetition.group(1).length() > 3
          || Integer.parseInt(repetition.group(1)) > MOST_REPETITIONS) {
        throw new IllegalArgumentException(
            "regex '%s' repeats %s times: write * or +, or at most %d"
                .formatted(source, repetition.group(), MOST_REPETITIONS));
      }
    }
  }

  @Override
  public String source() {
    return expression.source();
  }

  @Override
  public List<String> literals() {
    return literals;
  }

  @Override
  public @Nullable Map<String, Object> match(LineText line) {
    Found found = expression.find(line.text());
    if (found == null) {
      return null;
    }
    Map<String, Object> captures = new LinkedHashMap<>();
    for (int i = 0; i < names.length; i++) {
      String value = found.group(i);
      if (value != null) {
        captures.put(names[i], value);
      }
    }
    return captures;
  }
}
