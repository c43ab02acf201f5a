package io.stormdrain.acceptance.fault;

import java.time.Duration;

/**
 * What became of one fault.
 *
 * @param why it failed, empty when it did not
 */
record Outcome(Fault fault, Verdict verdict, Figures figures, String why, Duration took) {

  /** Whether Stormdrain held. */
  enum Verdict {
    /** Everything held. */
    PASSED,
    /** Everything held, but not in the time that it should. */
    SLOW,
    /** Something did not hold. */
    FAILED
  }

  String row() {
    return "| %s | %s | %s | %s | %s%s |"
        .formatted(
            fault.id(),
            fault.done(),
            fault.checked(),
            figures,
            verdict,
            why.isEmpty() ? "" : ": " + why.replace("\n", " ").replace('|', '/'));
  }
}
