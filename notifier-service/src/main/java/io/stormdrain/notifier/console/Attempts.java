package io.stormdrain.notifier.console;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

/** Attempts to come in, by address or by name: who guesses has to wait. */
final class Attempts {

  static final Duration WITHIN = Duration.ofMinutes(1);

  private static final int REMEMBERED = 10_000;

  private final int most;
  private final Map<String, Deque<Instant>> byAddress = new LinkedHashMap<>(16, 0.75f, true);

  /** So many attempts in vain within that time, and no more. */
  Attempts(int most) {
    this.most = most;
  }

  /** What somebody may do. */
  enum Verdict {
    MAY_TRY,
    HAS_TO_WAIT
  }

  /** Counts an attempt before its outcome is known, so that many at once do not slip through. */
  synchronized Verdict attempt(String address, Instant now) {
    Deque<Instant> times = byAddress.computeIfAbsent(address, key -> new ArrayDeque<>());
    while (!times.isEmpty() && !times.getFirst().isAfter(now.minus(WITHIN))) {
      times.removeFirst();
    }
    if (byAddress.size() > REMEMBERED) {
      byAddress.remove(byAddress.keySet().iterator().next());
    }
    if (times.size() >= most) {
      return Verdict.HAS_TO_WAIT;
    }
    times.addLast(now);
    return Verdict.MAY_TRY;
  }

  /** It was not in vain. */
  synchronized void succeeded(String address) {
    byAddress.remove(address);
  }
}
