package io.stormdrain.notifier.route;

import java.time.Instant;

/**
 * Why something is not told now.
 *
 * @param until when that is looked at again
 * @param why in words
 * @param bundle those of one bundle are told together; empty when each is told by itself
 */
public record Hold(By by, Instant until, String why, String bundle) {

  /** What holds it back. */
  public enum By {
    /** Somebody asked for silence. */
    SILENCE(false),
    /** Another incident explains it. */
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
