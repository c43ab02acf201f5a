package io.stormdrain.bench.process;

import java.time.Duration;

/**
 * How much is measured.
 *
 * @param rounds of each measurement, alternating with what it is held against
 * @param time of one side of one round
 * @param connections of the drains that send at once
 * @param records of the topic that the analyzer reads
 * @param jvm how the measured JVMs are started
 */
public record Plan(int rounds, Duration time, int connections, int records, Jvm jvm) {

  /** Refuses what measures nothing. */
  public Plan {
    requirePositive("rounds", rounds);
    requirePositive("seconds", (int) Math.min(Integer.MAX_VALUE, time.toMillis()));
    requirePositive("connections", connections);
    requirePositive("records", records);
  }

  private static void requirePositive(String name, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(name + " must be at least 1, is " + value);
    }
  }

  /** Says what is going on, beside the table. */
  public void progress(String what) {
    System.err.println("  " + what);
  }
}
