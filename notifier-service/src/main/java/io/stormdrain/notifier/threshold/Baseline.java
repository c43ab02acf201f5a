package io.stormdrain.notifier.threshold;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is usual, so that a rise over it is one. Where it is not known yet, the window before is.
 */
public enum Baseline {
  /** The window before. */
  BEFORE,
  /** The same hour of the week, of the last two weeks. */
  WEEK,
  /** So many minutes after the release before as it is now after the latest. */
  RELEASE;

  /** How many come in such a window; null where nobody knows. */
  @Nullable Double of(Flow flow, Instant time, Duration window) {
    Double usual =
        switch (this) {
          case BEFORE -> null;
          case WEEK -> flow.usually(time, window);
          case RELEASE -> flow.underTheOneBefore(time, window);
        };
    return usual == null ? flow.before(time, window) : usual;
  }

  /** How many times as many as usual came until then; 1 where nobody knows what is usual. */
  public double timesUsual(Flow flow, Instant time, Duration window) {
    Double usual = of(flow, time, window);
    return usual == null ? 1 : flow.until(time, window) / Math.max(1, usual);
  }
}
