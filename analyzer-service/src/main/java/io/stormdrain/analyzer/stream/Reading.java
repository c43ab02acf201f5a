package io.stormdrain.analyzer.stream;

import io.stormdrain.analyzer.line.LogLine;
import org.jspecify.annotations.Nullable;

/** What became of a record of {@code log-lines}. */
sealed interface Reading {

  /**
   * A line.
   *
   * @param frame id of the drain frame, null when its sender numbers none
   * @param index the line's place in its frame
   */
  record Line(LogLine line, @Nullable String frame, int index) implements Reading {}

  /** Not a line, and why. */
  record Unreadable(Reason reason) implements Reading {}

  /** Why a record cannot be read. */
  enum Reason {
    NO_KEY,
    NO_VALUE,
    NO_APP,
    NO_PLATFORM,
    /** Reading its meaning failed: a fault of ours, kept to be looked at. */
    CLASSIFIER_FAILED
  }
}
