package io.stormdrain.acceptance;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for what must come, and says what was there instead when it does not. */
public final class Await {

  private static final Duration STEP = Duration.ofMillis(20);

  private Await() {}

  /**
   * Returns when it holds.
   *
   * @param instead what there is, asked when it did not come
   */
  public static void until(
      String what, Duration limit, BooleanSupplier holds, Supplier<Object> instead) {
    Instant end = Instant.now().plus(limit);
    while (!holds.getAsBoolean()) {
      if (Instant.now().isAfter(end)) {
        throw new AssertionError(
            "%s did not come within %s; instead: %s".formatted(what, limit, instead.get()));
      }
      LockSupport.parkNanos(STEP.toNanos());
    }
  }
}
