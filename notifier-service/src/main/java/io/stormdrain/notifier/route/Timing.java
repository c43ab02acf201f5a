package io.stormdrain.notifier.route;

import java.time.Duration;

/**
 * When receivers of a route are told.
 *
 * @param groupWait a first message waits so long for causes and effects
 * @param updateInterval a change of a message waits so long for further ones
 */
public record Timing(Duration groupWait, Duration updateInterval) {
  public Timing {
    if (groupWait.isNegative() || updateInterval.isNegative()) {
      throw new IllegalArgumentException(
          "waits must not be negative, got %s and %s".formatted(groupWait, updateInterval));
    }
  }
}
