package io.stormdrain.local.replay;

import java.time.Duration;

/**
 * How fast a recording is played.
 *
 * @param factor 1 is as recorded, 60 a minute in a second, infinity everything at once
 */
public record Speed(double factor) {

  private static final double MAX_FACTOR = 1e9;

  /** Refuses what does not move forward. */
  public Speed {
    if (!(factor > 0)) {
      throw new IllegalArgumentException("speed must be above 0, is " + factor);
    }
  }

  /**
   * Reads {@code max} or a number.
   *
   * @throws IllegalArgumentException for anything else
   */
  public static Speed parse(String text) {
    if (text.equals("max")) {
      return new Speed(Double.POSITIVE_INFINITY);
    }
    try {
      return new Speed(Double.parseDouble(text));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("speed must be a number or max, is " + text, e);
    }
  }

  /** How long it takes to play what took so long. */
  Duration of(Duration recorded) {
    return factor > MAX_FACTOR
        ? Duration.ZERO
        : Duration.ofNanos(Math.round(recorded.toNanos() / factor));
  }
}
