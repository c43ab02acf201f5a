package io.stormdrain.notifier.threshold;

import java.time.Duration;
import java.util.Set;

/** What counts as the end of a trouble. */
public sealed interface Resolve {

  /**
   * Positive evidence: one of these signals, and then nothing bad for {@code hold}.
   *
   * @param anyProcess whether a sign from any process of the app will do; else it has to come from
   *     the process type that was in trouble
   */
  record Evidence(Set<String> signals, Duration hold, boolean anyProcess) implements Resolve {
    public Evidence {
      signals = Set.copyOf(signals);
    }
  }

  /**
   * A number that the rule measures is low enough, and stays so for {@code hold}. Lower than where
   * the trouble opens, so that a value at the edge does not come and go.
   */
  record Under(String capture, long below, Duration hold) implements Resolve {}

  /**
   * What had risen over the usual is less than so many times as much again, and stays so for {@code
   * hold}.
   */
  record Calm(double below, Duration hold) implements Resolve {}

  /**
   * The trouble was not seen for so long while the app went on talking. Only for troubles that
   * repeat themselves as long as they last, or that are over as soon as they are seen.
   */
  record Quiet(Duration duration) implements Resolve {}

  /** A new release came, and the trouble was not seen under it for so long. */
  record Released(Duration quiet) implements Resolve {}
}
