package io.stormdrain.notifier.route;

import java.time.Duration;
import java.time.Instant;

/**
 * Why something is not told now.
 *
 * @param until when that is looked at again
 * @param why in words
 * @param bundle those of one bundle are told together; empty when each is told by itself
 */
public record Hold(By by, Instant until, String why, String bundle) {

  /** How often it is looked whether a storm goes on, should nobody say that it does not. */
  private static final Duration STORM_LOOK = Duration.ofMinutes(2);

  /**
   * A storm tells of it, until the storm is over.
   *
   * @param storm its label
   */
  public static Hold byStorm(String storm, Instant now) {
    return new Hold(By.CAUSE, now.plus(STORM_LOOK), storm + " tells of it", "storm " + storm);
  }

  /** What holds it back. */
  public enum By {
    /** Somebody asked for silence. */
    SILENCE(false),
    /** Another incident explains it, or tells of it too. */
    CAUSE(false),
    /** Nobody wants to hear of it at this time. */
    QUIET_HOURS(true),
    /** Too many begin at once. */
    STORM(true);

    private final boolean toldLater;

    By(boolean toldLater) {
      this.toldLater = toldLater;
    }

    /** Whether it is told in the end although it is over by then. */
    public boolean isToldLater() {
      return toldLater;
    }
  }
}
