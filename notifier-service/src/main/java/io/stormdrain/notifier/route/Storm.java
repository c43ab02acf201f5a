package io.stormdrain.notifier.route;

import java.time.Duration;

/**
 * When so many incidents of one app begin within a time, those after them are told together.
 *
 * @param incidents that are told one by one
 * @param gather so long further ones wait for each other
 */
public record Storm(int incidents, Duration within, Duration gather) {

  /** Unless the routing file says otherwise. */
  public static final Storm USUAL = new Storm(20, Duration.ofMinutes(2), Duration.ofSeconds(30));

  public Storm {
    if (incidents < 1 || !within.isPositive() || !gather.isPositive()) {
      throw new IllegalArgumentException(
          "a storm is more than %d incidents within %s, told every %s: all have to be positive"
              .formatted(incidents, within, gather));
    }
  }
}
