package io.stormdrain.bench.report;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What several rounds gave.
 *
 * @param median the middle one; of an even number the mean of the two in the middle
 * @param lowest of all rounds
 * @param highest of all rounds
 */
public record Spread(double median, double lowest, double highest) {

  /** Of these values, one per round. */
  public static Spread of(double... values) {
    if (values.length == 0) {
      throw new IllegalArgumentException("there must be at least one round");
    }
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    double median =
        sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    return new Spread(median, sorted[0], sorted[sorted.length - 1]);
  }

  /** Of these values, one per round. */
  public static Spread of(List<Double> values) {
    return of(values.stream().mapToDouble(Double::doubleValue).toArray());
  }

  /** Of a round's value divided by the other's value of the same round. */
  public static Spread ofRatios(List<Double> values, List<Double> others) {
    if (values.size() != others.size()) {
      throw new IllegalArgumentException(
          "rounds must be equal in number, are %d and %d".formatted(values.size(), others.size()));
    }
    return of(
        IntStream.range(0, values.size())
            .mapToDouble(i -> values.get(i) / others.get(i))
            .toArray());
  }
}
