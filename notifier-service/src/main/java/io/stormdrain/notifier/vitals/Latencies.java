package io.stormdrain.notifier.vitals;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How long requests took.
 *
 * @param buckets how many took at most so many milliseconds and more than half of that; the bounds
 *     are powers of two
 */
public record Latencies(@JsonValue SortedMap<Long, Long> buckets) {

  public static final Latencies NONE = new Latencies(Collections.emptySortedMap());

  private static final double HAIR = 1e-9;

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public Latencies {
    buckets = Collections.unmodifiableSortedMap(new TreeMap<>(buckets));
  }

  Latencies plus(Latencies other) {
    SortedMap<Long, Long> all = new TreeMap<>(buckets);
    other.buckets.forEach((bound, count) -> all.merge(bound, count, Long::sum));
    return new Latencies(all);
  }

  /**
   * The time that a share of all requests did not exceed, as if those of one bucket were spread
   * evenly over it; null where there were none.
   *
   * @param share between 0 and 1
   */
  public @Nullable Double quantile(double share) {
    long total = buckets.values().stream().mapToLong(Long::longValue).sum();
    // A share is no exact number: a hair more than a whole bucket is the whole bucket.
    double wanted = share * total - HAIR;
    double before = 0;
    for (Map.Entry<Long, Long> bucket : buckets.entrySet()) {
      if (before + bucket.getValue() >= wanted && bucket.getValue() > 0) {
        double half = bucket.getKey() / 2.0;
        return half + half * (wanted - before) / bucket.getValue();
      }
      before += bucket.getValue();
    }
    return null;
  }
}
