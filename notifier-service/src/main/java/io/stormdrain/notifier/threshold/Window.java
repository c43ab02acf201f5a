package io.stormdrain.notifier.threshold;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Windows of a fixed length that may lie anywhere. */
final class Window {

  private Window() {}

  /**
   * Whether so many of these times are in one window that a certain time is in, too.
   *
   * @param times the earliest first
   * @param length of the window; its start is not in it
   * @param with usually the latest; an earlier one where something came late
   */
  static boolean holds(List<Instant> times, int atLeast, Duration length, Instant with) {
    for (int first = 0; first + atLeast <= times.size(); first++) {
      Instant begin = earlier(times.get(first), with);
      Instant end = later(times.get(first + atLeast - 1), with);
      if (begin.isAfter(end.minus(length))) {
        return true;
      }
    }
    return false;
  }

  private static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }
}
