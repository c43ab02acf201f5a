package io.stormdrain.notifier.vitals;

import java.time.Duration;
import java.time.Instant;

/** Length of the windows in which vitals are kept: short ones for a while, longer ones longer. */
public enum Step {
  TEN_SECONDS(10),
  MINUTE(60);

  private final int seconds;

  Step(int seconds) {
    this.seconds = seconds;
  }

  public int seconds() {
    return seconds;
  }

  public Duration length() {
    return Duration.ofSeconds(seconds);
  }

  /** Start of the window that a time is in. */
  public Instant window(Instant time) {
    return Instant.ofEpochSecond(Math.floorDiv(time.getEpochSecond(), seconds) * seconds);
  }
}
