package io.stormdrain.local.logplex;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** How long to wait before the next attempt at a connection, and when to stop trying. */
final class Reconnect {

  private static final int MAX_EXPONENT = 10;
  private static final Duration UNIT = Duration.ofMillis(10);

  /** A typing mistake shall show soon; a door that once opened may be restarting. */
  private static final Duration BEFORE_FIRST = Duration.ofSeconds(5);

  private static final Duration AFTER_FIRST = Duration.ofSeconds(60);

  private boolean connectedOnce;
  private int failures;

  void connected() {
    connectedOnce = true;
    failures = 0;
  }

  Duration patience() {
    return connectedOnce ? AFTER_FIRST : BEFORE_FIRST;
  }

  /** Logplex's back-off: 10 ms times (2^u - 1) / 2 for a random u up to the number of failures. */
  Duration pause() throws InterruptedException {
    failures++;
    int exponent = ThreadLocalRandom.current().nextInt(1, Math.min(MAX_EXPONENT, failures) + 1);
    // Never nothing: Logplex's first pause is, and would spin while we wait for patience to end.
    Duration pause = UNIT.multipliedBy(Math.max(1, ((1L << exponent) - 1) / 2));
    Thread.sleep(pause);
    return pause;
  }
}
