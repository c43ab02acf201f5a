package io.stormdrain.notifier.route;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Times at which incidents that are like that wait, to be told together when the time is over.
 *
 * @param name of the schedule, as it is written
 * @param outside whether it is quiet outside of its hours, and not within
 */
public record Quiet(String name, Schedule schedule, boolean outside, Matchers matchers) {

  /** Where it is always quiet, that is looked at again. */
  private static final Duration LONGEST = Duration.ofDays(1);

  /** Until when it is quiet; empty when it is not. */
  Optional<Instant> until(Instant now) {
    return schedule.contains(now) == outside
        ? Optional.empty()
        : Optional.of(schedule.changesAfter(now).orElse(now.plus(LONGEST)));
  }
}
