package io.stormdrain.notifier.route;

import java.time.Duration;

/**
 * When so many incidents of one app begin within a time, those after them are told together; when
 * one class of trouble begins in so many apps, one incident tells of all of them.
 *
 * @param incidents of one app that are told one by one
 * @param apps in which the same class of trouble is told one by one
 * @param gather so long further ones of one app wait for each other
 */
public record Storm(int incidents, int apps, Duration within, Duration gather) {

  /** Unless the routing file says otherwise. */
  public static final Storm USUAL =
      new Storm(20, 10, Duration.ofMinutes(2), Duration.ofSeconds(30));

  public Storm {
    if (incidents < 1 || apps < 1 || !within.isPositive() || !gather.isPositive()) {
      throw new IllegalArgumentException(
          "a storm is more than %d incidents, or %d apps, within %s, told every %s: all have to be positive"
              .formatted(incidents, apps, within, gather));
    }
  }
}
