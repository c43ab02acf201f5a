package io.stormdrain.notifier.threshold;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How many came when, for what is held against what is usual. Bounded, and the same whatever the
 * order in which they came.
 *
 * @param since the earliest one; null while there is none
 * @param parts counts of the latest parts of a window, by number of the part since 1970
 * @param hours counts of the latest hours, by number of the hour since 1970
 * @param runs counts under the latest releases, oldest first
 */
public record Flow(
    @Nullable Instant since, Map<Long, Long> parts, Map<Long, Long> hours, List<Run> runs) {

  /** A window is that many parts long: so finely its edge is known. */
  static final int PARTS = 10;

  /** Hours of two weeks. */
  static final int HOURS = 14 * 24;

  /** How many windows after a release are remembered. */
  static final int WINDOWS = 12;

  /** Nothing came yet. */
  public static final Flow NONE = new Flow(null, Map.of(), Map.of(), List.of());

  /**
   * What came under a release.
   *
   * @param released when it came
   * @param parts counts by number of the part since then
   */
  public record Run(Instant released, Map<Long, Long> parts) {
    public Run {
      parts = Collections.unmodifiableMap(new TreeMap<>(parts));
    }

    private Run beat(Instant time, Duration window) {
      long part = part(Duration.between(released, time), window);
      return part >= (long) PARTS * WINDOWS ? this : new Run(released, plusOne(parts, part));
    }
  }

  public Flow {
    parts = Collections.unmodifiableMap(new TreeMap<>(parts));
    hours = Collections.unmodifiableMap(new TreeMap<>(hours));
    runs = List.copyOf(runs);
  }

  /**
   * With one more.
   *
   * @param window in parts of which is counted
   * @param released when the release came under which it was seen; null when none is known
   */
  Flow beat(Instant time, Duration window, @Nullable Instant released) {
    return new Flow(
        since == null || time.isBefore(since) ? time : since,
        latest(plusOne(parts, part(time, window)), 2 * PARTS),
        latest(plusOne(hours, hour(time)), HOURS),
        released == null ? runs : withRun(time, window, released));
  }

  private List<Run> withRun(Instant time, Duration window, Instant released) {
    List<Run> all = new ArrayList<>(runs);
    int at = all.size();
    while (at > 0 && all.get(at - 1).released().isAfter(released)) {
      at--;
    }
    if (at > 0 && all.get(at - 1).released().equals(released)) {
      all.set(at - 1, all.get(at - 1).beat(time, window));
    } else {
      all.add(at, new Run(released, Map.of()).beat(time, window));
    }
    return all.size() > 2 ? all.subList(all.size() - 2, all.size()) : all;
  }

  /** How many came in the window that ends with the part in which this time is. */
  public long until(Instant time, Duration window) {
    return sum(parts, part(time, window));
  }

  /** How many came in the window before that; null where it began before the first one came. */
  @Nullable Double before(Instant time, Duration window) {
    boolean known = since != null && !time.minus(window.multipliedBy(2)).isBefore(since);
    return known ? (double) sum(parts, part(time, window) - PARTS) : null;
  }

  /**
   * How many come in a window at this hour of the week, or of any hour where no whole week is
   * known; null where less than two days are.
   */
  @Nullable Double usually(Instant time, Duration window) {
    if (since == null || time.minus(Duration.ofDays(2)).isBefore(since)) {
      return null;
    }
    long now = hour(time);
    long first = hour(since) + 1;
    List<Long> same = new ArrayList<>();
    for (long hour = now - 7 * 24; hour >= Math.max(first, now - HOURS); hour -= 7 * 24) {
      same.add(hours.getOrDefault(hour, 0L));
    }
    if (same.isEmpty()) {
      for (long hour = first; hour < now; hour++) {
        same.add(hours.getOrDefault(hour, 0L));
      }
    }
    double anHour = same.stream().mapToLong(Long::longValue).average().orElse(0);
    return anHour * window.toMillis() / Duration.ofHours(1).toMillis();
  }

  /**
   * How many came in the same window after the release before; null where there was none, or where
   * it is too long ago that the latest release came.
   */
  @Nullable Double underTheOneBefore(Instant time, Duration window) {
    if (runs.size() < 2) {
      return null;
    }
    long part = part(Duration.between(runs.getLast().released(), time), window);
    return part < 0 || part >= (long) PARTS * WINDOWS
        ? null
        : (double) sum(runs.getFirst().parts(), part);
  }

  private static Map<Long, Long> plusOne(Map<Long, Long> counts, long at) {
    Map<Long, Long> more = new TreeMap<>(counts);
    more.merge(at, 1L, Long::sum);
    return more;
  }

  private static Map<Long, Long> latest(Map<Long, Long> counts, int keep) {
    TreeMap<Long, Long> some = new TreeMap<>(counts);
    while (some.size() > keep) {
      some.pollFirstEntry();
    }
    return some;
  }

  private static long sum(Map<Long, Long> counts, long last) {
    long sum = 0;
    for (long part = last; part > last - PARTS; part--) {
      sum += counts.getOrDefault(part, 0L);
    }
    return sum;
  }

  private static long part(Instant time, Duration window) {
    return Math.floorDiv(time.toEpochMilli(), length(window));
  }

  private static long part(Duration age, Duration window) {
    return Math.floorDiv(age.toMillis(), length(window));
  }

  private static long length(Duration window) {
    return Math.max(1, window.toMillis() / PARTS);
  }

  private static long hour(Instant time) {
    return Math.floorDiv(time.getEpochSecond(), Duration.ofHours(1).toSeconds());
  }
}
