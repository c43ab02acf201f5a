package io.stormdrain.notifier.routing;

import io.stormdrain.notifier.delivery.Pace;
import io.stormdrain.notifier.delivery.Paced;
import io.stormdrain.notifier.delivery.Receiver;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How fast a receiver may be told, as the routing file writes it: {@code {every: 1s, burst: 5,
 * at_a_time: 4}}. What it does not say is as with others of its kind.
 */
record PaceFile(@Nullable Duration every, @Nullable Integer burst, @Nullable Integer atATime) {

  PaceFile {
    over(Pace.FREE, every, burst, atATime);
  }

  /** The receiver at this pace. */
  Receiver pacing(Receiver receiver) {
    return new Paced(receiver, over(receiver.pace(), every, burst, atATime));
  }

  private static Pace over(
      Pace usual, @Nullable Duration every, @Nullable Integer burst, @Nullable Integer atATime) {
    return new Pace(
        Objects.requireNonNullElse(atATime, usual.atATime()),
        Objects.requireNonNullElse(burst, usual.burst()),
        Objects.requireNonNullElse(every, usual.each()));
  }
}
