package io.stormdrain.notifier.chart;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Numbers over time.
 *
 * @param name what they are, for people
 * @param style how they are drawn, for the style sheet
 * @param values one for each column; null where nothing is known
 */
public record Series(String name, String style, List<@Nullable Double> values) {

  public Series {
    values = Collections.unmodifiableList(new ArrayList<>(values));
  }

  /** The latest known; null where none is. */
  @Nullable Double latest() {
    return values.reversed().stream().filter(Objects::nonNull).findFirst().orElse(null);
  }

  /** The greatest; null where none is known. */
  @Nullable Double peak() {
    return peak(0, values.size());
  }

  /** The greatest of some columns. */
  @Nullable Double peak(int from, int until) {
    return values.subList(from, until).stream()
        .filter(Objects::nonNull)
        .max(Double::compare)
        .orElse(null);
  }
}
