package io.stormdrain.local.fleet;

import java.time.Duration;

/** How long to wait before a crashed part is started again: 1, 2, 4, ... up to 30 s. */
final class Backoff {

  private static final Duration FIRST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofSeconds(30);

  /** A part that has served for so long has recovered from what ended it before. */
  private static final Duration HEALED = Duration.ofMinutes(1);

  private Duration next = FIRST;

  /**
   * The pause that is due now.
   *
   * @param served how long the part had been up when it ended
   */
  Duration after(Duration served) {
    if (served.compareTo(HEALED) >= 0) {
      next = FIRST;
    }
    Duration pause = next;
    Duration doubled = next.multipliedBy(2);
    next = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
    return pause;
  }
}
