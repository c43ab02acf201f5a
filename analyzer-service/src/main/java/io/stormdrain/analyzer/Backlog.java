package io.stormdrain.analyzer;

/**
 * How far one reading thread is behind. Between two sessions of the thread the last known state
 * stays: what waited then still waits.
 */
public final class Backlog {

  private volatile long lines;
  private volatile long millis;

  Backlog() {}

  /**
   * States how far behind the thread is now.
   *
   * @param waiting records of its partitions that wait to be read
   * @param age how old the last line was when it was read, in milliseconds; a line of the future is
   *     not younger than now
   */
  public void is(long waiting, long age) {
    lines = waiting;
    millis = Math.max(0, age);
  }

  long lines() {
    return lines;
  }

  long millis() {
    return millis;
  }
}
