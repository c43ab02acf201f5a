package io.stormdrain.notifier.threshold;

import java.time.Instant;
import java.util.Set;

/**
 * What conditions look at beside their own tally.
 *
 * @param time of the signal that came last
 * @param open classes of trouble that the app has now
 */
public record Moment(Instant time, Set<String> open) {
  public Moment {
    open = Set.copyOf(open);
  }

  /** Nothing else is wrong. */
  public static Moment at(Instant time) {
    return new Moment(time, Set.of());
  }
}
