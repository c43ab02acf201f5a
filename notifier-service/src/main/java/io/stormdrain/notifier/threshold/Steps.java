package io.stormdrain.notifier.threshold;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * When the steps of a sequence were seen. Bounded: the latest times of each type.
 *
 * @param times by type of signal, oldest first
 */
public record Steps(Map<String, List<Instant>> times) {

  /** Times of one type that are kept. */
  private static final int MOST = 20;

  /** No step yet. */
  public static final Steps NONE = new Steps(Map.of());

  public Steps {
    Map<String, List<Instant>> all = new LinkedHashMap<>();
    new TreeMap<>(times).forEach((type, seen) -> all.put(type, List.copyOf(seen)));
    times = Map.copyOf(all);
  }

  /** With one more. */
  Steps plus(String type, Instant time) {
    List<Instant> seen = new ArrayList<>(times.getOrDefault(type, List.of()));
    seen.add(time);
    seen.sort(Instant::compareTo);
    Map<String, List<Instant>> all = new LinkedHashMap<>(times);
    all.put(type, seen.size() > MOST ? seen.subList(seen.size() - MOST, seen.size()) : seen);
    return new Steps(all);
  }

  /**
   * Whether these types were seen one after the other in a window that a certain time is in, too;
   * what has one and the same time is taken as in order.
   */
  boolean follow(List<String> types, Duration within, Instant with) {
    for (Instant end : times.getOrDefault(types.getLast(), List.of()).reversed()) {
      Instant begin = latestBegin(types, end);
      if (begin != null && Window.holds(List.of(begin, end), 2, within, with)) {
        return true;
      }
    }
    return false;
  }

  /** The latest first step of those that lead to this end; null where a step is missing. */
  private @Nullable Instant latestBegin(List<String> types, Instant end) {
    Instant next = end;
    for (int i = types.size() - 2; i >= 0; i--) {
      boolean again = types.get(i).equals(types.get(i + 1));
      next = latest(types.get(i), next, again);
      if (next == null) {
        return null;
      }
    }
    return next;
  }

  private @Nullable Instant latest(String type, Instant until, boolean earlier) {
    return times.getOrDefault(type, List.of()).reversed().stream()
        .filter(time -> earlier ? time.isBefore(until) : !time.isAfter(until))
        .findFirst()
        .orElse(null);
  }
}
