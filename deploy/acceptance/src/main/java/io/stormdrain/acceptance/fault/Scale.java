package io.stormdrain.acceptance.fault;

import java.time.Duration;
import java.util.Random;

/**
 * How long faults last, and the chance that they follow.
 *
 * @param full as long as the table of faults says, else so long that it still shows something
 * @param seed the same seed kills at the same moments and plants the same troubles
 */
record Scale(boolean full, long seed) {

  int times(int few, int all) {
    return full ? all : few;
  }

  Duration seconds(int few, int all) {
    return Duration.ofSeconds(times(few, all));
  }

  /** Chance of one fault, whichever others run. */
  Random random(String fault) {
    return new Random(seed * 31 + fault.hashCode());
  }
}
