package io.stormdrain.analyzer.classify;

import org.jspecify.annotations.Nullable;

/**
 * How far an app's own time has come, by what its processes said before in the order of arrival. A
 * line is late when two of them have spoken of a later time already: what waits in Kafka or in a
 * spool comes in its order and is not late however long it waited, and one process whose clock is
 * ahead makes nobody else late.
 */
final class Flow {

  /** What comes later than this is old news. */
  private static final long LATE = 15L * 60 * 1_000_000_000;

  private static final long NEVER = Long.MIN_VALUE;
  private static final long SECOND = 1_000_000_000;

  /** The process that has come furthest, and when; and when the next one was. */
  private @Nullable ProcessMemory first;

  private long firstTime = NEVER;
  private long secondTime = NEVER;

  /** A process has spoken of a time, in nanoseconds. */
  void hear(ProcessMemory process, long time) {
    if (process == first) {
      firstTime = Math.max(firstTime, time);
    } else if (time > firstTime) {
      secondTime = firstTime;
      first = process;
      firstTime = time;
    } else {
      secondTime = Math.max(secondTime, time);
    }
  }

  /** By how many seconds what was said of this time is late; 0 when it is not. */
  long secondsLate(long time) {
    return secondTime != NEVER && time < secondTime - LATE ? (secondTime - time) / SECOND : 0;
  }
}
