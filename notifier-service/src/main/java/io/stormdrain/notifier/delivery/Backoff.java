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
  private static final Duration FIRST_DEFERRAL = Duration.ofMinutes(1);
  private static final Duration LAST_DEFERRAL = Duration.ofMinutes(15);

  public Backoff {
    if (first.isNegative() || first.isZero() || last.compareTo(first) < 0) {
      throw new IllegalArgumentException("pauses go from %s to %s".formatted(first, last));
    }
  }

  /** The pause after so many attempts in vain. */
  public Duration after(int attempts) {
    long longest = first.toMillis() << Math.clamp(attempts - 1L, 0, MOST_DOUBLINGS);
    long bound = longest <= 0 ? last.toMillis() : Math.min(longest, last.toMillis());
    return Duration.ofMillis(random.nextLong(bound + 1));
  }

  /** The same for what may have arrived: ten times as long, since every attempt may be a repeat. */
  Duration afterUnknown(int attempts) {
    Duration patient = first.multipliedBy(10);
    return new Backoff(patient.compareTo(last) < 0 ? patient : last, last, random).after(attempts);
  }

  /**
   * The same for what is taken later: greylisting lets through who comes back after a time that is
   * five minutes mostly, and sooner for some. One, two, four, eight minutes, then fifteen, each up
   * to a fifth longer: who is let through after five minutes has it after seven to nine.
   */
  Duration afterDeferral(int attempts) {
    long minutes = FIRST_DEFERRAL.toMillis() << Math.clamp(attempts - 1L, 0, MOST_DOUBLINGS);
    long pause = Math.min(minutes, LAST_DEFERRAL.toMillis());
    return Duration.ofMillis(pause + random.nextLong(pause / 5 + 1));
  }
}
