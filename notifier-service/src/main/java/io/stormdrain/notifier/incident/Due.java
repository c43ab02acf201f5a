package io.stormdrain.notifier.incident;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What will happen to a finding by itself.
 *
 * @param at when, by the app's own time
 * @param wall the same on the clock on the wall, for an app that has fallen silent; null where
 *     silence must not decide
 */
public record Due(Instant at, @Nullable Instant wall, Then then) {

  /** What happens. */
  public enum Then {
    /** No sign of recovery came in time. */
    OPENS,
    /** What is expected did not come in time. */
    MISSED,
    /** What is watched is judged. */
    JUDGED,
    /** The sign of recovery has held. */
    RECOVERED,
    /** It was not seen for long enough. */
    QUIET,
    /** It was not seen under the new release. */
    RELEASED;

    /** Whether it rests on what was not said, so that all that was said has to be heard first. */
    public boolean listens() {
      return this == MISSED || this == JUDGED;
    }
  }
}
