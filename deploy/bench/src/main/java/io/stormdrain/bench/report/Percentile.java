package io.stormdrain.bench.report;

import java.util.List;

/** How much most of them take. */
public final class Percentile {

  private Percentile() {}

  /**
   * The smallest of the values that so many percent of them do not exceed.
   *
   * @param percent above 0, at most 100
   */
  public static double of(int percent, List<Double> values) {
    if (values.isEmpty()) {
      throw new IllegalArgumentException("there must be at least one value");
    }
    if (percent < 1 || percent > 100) {
      throw new IllegalArgumentException("percent must be within 1 and 100, is " + percent);
    }
    int rank = Math.ceilDiv(percent * values.size(), 100);
    return values.stream().sorted().skip(rank - 1L).findFirst().orElseThrow();
  }
}
