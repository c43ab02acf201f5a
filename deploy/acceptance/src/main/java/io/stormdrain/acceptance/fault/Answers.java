package io.stormdrain.acceptance.fault;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/** What doors answered to senders, and how long these had to ask. */
final class Answers {

  /** Nobody answered. */
  static final int GONE = 0;

  private final Map<Integer, LongAdder> byStatus = new ConcurrentSkipListMap<>();
  private final AtomicLong longestMillis = new AtomicLong();

  void add(int status) {
    byStatus.computeIfAbsent(status, s -> new LongAdder()).increment();
  }

  void acknowledgedAfter(Duration wait) {
    longestMillis.accumulateAndGet(wait.toMillis(), Math::max);
  }

  /** From the first attempt at a frame to its 2xx, at worst. */
  Duration longestWait() {
    return Duration.ofMillis(longestMillis.get());
  }

  long of(int status) {
    LongAdder count = byStatus.get(status);
    return count == null ? 0 : count.sum();
  }

  /** Answers after which senders throw a frame away. */
  long refused() {
    return byStatus.keySet().stream()
        .filter(status -> status >= 400 && status < 500)
        .mapToLong(this::of)
        .sum();
  }

  @Override
  public String toString() {
    return byStatus.toString();
  }
}
