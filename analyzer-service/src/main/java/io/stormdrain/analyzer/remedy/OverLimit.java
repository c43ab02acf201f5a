package io.stormdrain.analyzer.remedy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;

/**
 * How far a size is over its limit: {@code over} in bytes and {@code times} as a ratio, rounded
 * down.
 */
public record OverLimit(String size, String limit) implements Knowledge {

  /** For captures of these names. */
  public static OverLimit of(String size, String limit) {
    return new OverLimit(size, limit);
  }

  @Override
  public void add(Map<String, Object> captures) {
    if (captures.get(size) instanceof Long is
        && captures.get(limit) instanceof Long may
        && may > 0) {
      captures.putIfAbsent("over", is - may);
      captures.putIfAbsent(
          "times", BigDecimal.valueOf((double) is / may).setScale(1, RoundingMode.DOWN));
    }
  }
}
