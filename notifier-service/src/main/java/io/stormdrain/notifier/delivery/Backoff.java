package io.stormdrain.notifier.delivery;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Pauses between attempts: exponential with full jitter, so that those who failed together do not
 * come back together.
 *
 * @param first longest pause after the first attempt
 * @param last longest pause after any
 */
public record Backoff(Duration first, Duration last, RandomGenerator random) {

  private static final int MOST_DOUBLINGS = 30;

  public Backoff {
    if (first.isNegative() || first.isZero() || last.compareTo(first) < 0) {
      throw new IllegalArgumentException("pauses go from %s to %s".formatted(first, last));
    }
  }

  /** The pause after so many attempts in vain. */
  Duration after(int attempts) {
    long longest = first.toMillis() << Math.clamp(attempts - 1L, 0, MOST_DOUBLINGS);
    long bound = longest <= 0 ? last.toMillis() : Math.min(longest, last.toMillis());
    return Duration.ofMillis(random.nextLong(bound + 1));
  }

  /** The same for what may have arrived: ten times as long, since every attempt may be a repeat. */
  Duration afterUnknown(int attempts) {
    Duration patient = first.multipliedBy(10);
    return new Backoff(patient.compareTo(last) < 0 ? patient : last, last, random).after(attempts);
  }
}
