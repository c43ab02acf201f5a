package io.stormdrain.notifier.delivery;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a receiver has still to be told.
 *
 * @param oldest since when the oldest of it waits; null when nothing does
 */
record Backlog(long waiting, @Nullable Instant oldest) {

  static final Backlog NONE = new Backlog(0, null);

  Duration age(Instant now) {
    return oldest == null || oldest.isAfter(now) ? Duration.ZERO : Duration.between(oldest, now);
  }
}
