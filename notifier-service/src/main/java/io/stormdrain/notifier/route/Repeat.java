package io.stormdrain.notifier.route;

import io.stormdrain.notifier.threshold.Severity;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * How often a receiver is reminded of an incident that nobody looks after.
 *
 * @param every first pause, by severity; severities that are not there are not repeated
 * @param backoff how much longer each pause is than the one before
 * @param longest pause
 */
public record Repeat(Map<Severity, Duration> every, double backoff, Duration longest) {

  /** Nobody is reminded of anything. */
  public static final Repeat NEVER = new Repeat(Map.of(), 2, Duration.ofDays(1));

  public Repeat {
    every = Map.copyOf(every);
    if (backoff < 1 || !longest.isPositive()) {
      throw new IllegalArgumentException(
          "pauses get longer, up to a longest, got a back-off of %s and %s"
              .formatted(backoff, longest));
    }
    if (every.values().stream().anyMatch(pause -> pause.compareTo(Duration.ofMinutes(1)) < 0)) {
      throw new IllegalArgumentException("nobody is reminded more often than once a minute");
    }
  }

  /** The pause after so many reminders; empty when there is no further one. */
  public Optional<Duration> pause(Severity severity, int reminders) {
    return Optional.ofNullable(every.get(severity))
        .map(first -> {
          double millis = first.toMillis() * Math.pow(backoff, reminders);
          return millis >= longest.toMillis() ? longest : Duration.ofMillis((long) millis);
        });
  }
}
