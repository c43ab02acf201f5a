package io.stormdrain.analyzer.signature;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A regular expression, for what a template cannot say. RE2/J runs in time linear in the line, so
 * no log line can make it hang; its named groups are the captures.
 */
final class Regex implements LinePattern {

  /**
   * RE2/J writes a counted repetition out, and so deep that more would not fit a small stack.
   * Whoever wants more means any number: no pattern looks further than {@link #MAX_LENGTH} anyway.
   */
  private static final int MOST_REPETITIONS = 300;

  private static final Pattern REPETITION = Pattern.compile("[{]\\d*,?(\\d+)[}]");

  private final Pattern pattern;
  private final List<String> literals;
  private final List<String> needles;

  private Regex(Pattern pattern, List<String> literals) {
    this.pattern = pattern;
    this.literals = literals;
    this.needles = literals.stream().map(Bytes::latin).toList();
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
    return new Regex(
        Pattern.compile(source, ignoreCase ? Pattern.CASE_INSENSITIVE : 0), List.copyOf(literals));
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
    return pattern.pattern();
  }

  @Override
  public List<String> literals() {
    return literals;
  }

  @Override
  public boolean mayBeIn(String latin) {
    return needles.stream().anyMatch(latin::contains);
  }

  @Override
  public @Nullable Map<String, Object> match(byte[] text) {
    String line = new String(text, 0, Math.min(text.length, MAX_LENGTH), UTF_8);
    Matcher matcher = pattern.matcher(line);
    if (!matcher.find()) {
      return null;
    }
    Map<String, Object> captures = new LinkedHashMap<>();
    for (String name : pattern.namedGroups().keySet()) {
      String value = matcher.group(name);
      if (value != null) {
        captures.put(name, value);
      }
    }
    return captures;
  }
}
