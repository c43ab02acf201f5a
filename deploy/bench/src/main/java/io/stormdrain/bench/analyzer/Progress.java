package io.stormdrain.bench.analyzer;

import java.util.ArrayList;
import java.util.List;

/** How far the analyzer had read at several times; asks between two times are interpolated. */
final class Progress {

  /**
   * One look.
   *
   * @param lines read so far
   * @param nanos on the clock
   * @param cpuNanos that its process had spent
   */
  record Look(double lines, long nanos, long cpuNanos) {}

  private final List<Look> looks = new ArrayList<>();

  void add(Look look) {
    looks.add(look);
  }

  /** Clock and CPU when it had read so much. */
  Look at(double lines) {
    for (int i = 1; i < looks.size(); i++) {
      Look before = looks.get(i - 1);
      Look after = looks.get(i);
      if (before.lines() < lines && after.lines() >= lines) {
        double share = (lines - before.lines()) / (after.lines() - before.lines());
        return new Look(
            lines,
            before.nanos() + Math.round(share * (after.nanos() - before.nanos())),
            before.cpuNanos() + Math.round(share * (after.cpuNanos() - before.cpuNanos())));
      }
    }
    throw new IllegalStateException("it has not read " + lines + " lines");
  }
}
