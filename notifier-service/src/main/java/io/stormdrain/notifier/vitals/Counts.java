package io.stormdrain.notifier.vitals;

import io.stormdrain.notifier.signal.Vitals;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was counted of an app in one window.
 *
 * @param requests by status class, {@code 2xx}
 * @param memory by process: of several windows, the most that it used
 * @param dropped lines that were lost on the way
 */
public record Counts(
    long lines,
    long dropped,
    Map<String, Long> requests,
    Latencies latencies,
    Map<String, Vitals.Memory> memory) {

  /** Nothing. */
  public static final Counts NONE = new Counts(0, 0, Map.of(), Latencies.NONE, Map.of());

  /** More processes than these have no memory here; an app of so many needs other tools. */
  private static final int MOST_PROCESSES = 50;

  public Counts {
    requests = Collections.unmodifiableMap(new TreeMap<>(requests));
    memory = Collections.unmodifiableMap(new TreeMap<>(memory));
  }

  /** What one record says. */
  public static Counts of(Vitals vitals) {
    Map<Long, Long> times = new TreeMap<>();
    vitals.service().forEach(bucket -> times.merge(bucket.upTo(), bucket.count(), Long::sum));
    return NONE.plus(
        new Counts(
            vitals.lines(),
            vitals.dropped(),
            vitals.requests(),
            new Latencies(new TreeMap<>(times)),
            vitals.memory()));
  }

  /** Both together. */
  public Counts plus(Counts other) {
    Map<String, Long> byStatus = new TreeMap<>(requests);
    other.requests.forEach((status, count) -> byStatus.merge(status, count, Long::sum));
    Map<String, Vitals.Memory> byProcess = new TreeMap<>(memory);
    other.memory.forEach((process, seen) -> {
      if (byProcess.containsKey(process) || byProcess.size() < MOST_PROCESSES) {
        byProcess.merge(process, seen, (a, b) -> a.used() > b.used() ? a : b);
      }
    });
    return new Counts(
        lines + other.lines,
        dropped + other.dropped,
        byStatus,
        latencies.plus(other.latencies),
        byProcess);
  }
}
