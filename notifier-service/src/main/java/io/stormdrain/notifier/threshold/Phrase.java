package io.stormdrain.notifier.threshold;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A title with places: {@code {process} is crash looping}. A place without a value is left empty.
 */
public record Phrase(String text) {

  private static final Pattern PLACE = Pattern.compile("\\{([a-z-]+)}");

  public Phrase {
    if (text.isBlank()) {
      throw new IllegalArgumentException("a title must not be blank");
    }
  }

  /** The title with these values. */
  public String render(Map<String, String> values) {
    Matcher matcher = PLACE.matcher(text);
    StringBuilder out = new StringBuilder();
    while (matcher.find()) {
      matcher.appendReplacement(
          out, Matcher.quoteReplacement(values.getOrDefault(matcher.group(1), "")));
    }
    return matcher.appendTail(out).toString().replaceAll(" {2,}", " ").strip();
  }
}
