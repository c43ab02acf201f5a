package io.stormdrain.ingest.line;

/**
 * How many lines a source may send: so many a second for long, and at once as many as it has not
 * sent before. Whole requests are let in or not: one that is may take more than is left, and later
 * ones wait until that is made up for.
 */
public final class Quota {
  private static final double NANOS = 1e9;

  private final double perSecond;
  private final double most;
  private double left;
  private long at;

  /**
   * Nothing of it is used.
   *
   * @param perSecond lines
   * @param most that may be left
   * @param now nanoseconds
   */
  Quota(double perSecond, double most, long now) {
    this.perSecond = perSecond;
    this.most = most;
    this.left = most;
    this.at = now;
  }

  /** Lines a second. */
  double perSecond() {
    return perSecond;
  }

  /** Is nothing left of it? */
  public synchronized boolean isSpent(long now) {
    refill(now);
    return left <= 0;
  }

  /** Lines that were let in. */
  public synchronized void spend(int lines, long now) {
    refill(now);
    left -= lines;
  }

  private void refill(long now) {
    // Other threads may be some nanoseconds ahead.
    long passed = Math.max(0, now - at);
    left = Math.min(most, left + passed / NANOS * perSecond);
    at += passed;
  }
}
