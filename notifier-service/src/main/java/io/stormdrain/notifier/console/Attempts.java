package io.stormdrain.notifier.console;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Wrong tokens by address. A token is long and random, so this is not what keeps guessers out; it
 * keeps them from filling the log and the processor.
 */
final class Attempts {

  /** So many wrong tokens within the time below, and the address has to wait. */
  static final int MOST = 5;

  static final Duration WITHIN = Duration.ofMinutes(1);

  private static final int MOST_ADDRESSES = 10_000;

  private final Map<String, Deque<Instant>> byAddress = new LinkedHashMap<>(16, 0.75f, true);

  /** What an address may do. */
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
    if (byAddress.size() > MOST_ADDRESSES) {
      byAddress.remove(byAddress.keySet().iterator().next());
    }
    if (times.size() >= MOST) {
      return Verdict.HAS_TO_WAIT;
    }
    times.addLast(now);
    return Verdict.MAY_TRY;
  }

  /** The token was right. */
  synchronized void succeeded(String address) {
    byAddress.remove(address);
  }
}
