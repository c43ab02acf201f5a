package io.stormdrain.acceptance.fault;

import io.stormdrain.acceptance.fault.Outcome.Verdict;
import java.time.Duration;
import java.time.Instant;

/** Brings a fault about, and says what became of it. */
record Trial(Ground ground) {

  Outcome of(Fault fault) {
    Instant start = Instant.now();
    Figures figures = new Figures();
    try {
      ground.stage().awaitReady();
      fault.happen(ground, figures);
      Verdict verdict = figures.isSlow() ? Verdict.SLOW : Verdict.PASSED;
      return new Outcome(fault, verdict, figures, "", since(start));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Outcome(fault, Verdict.FAILED, figures, "interrupted", since(start));
    } catch (Exception | AssertionError e) {
      return new Outcome(
          fault, Verdict.FAILED, figures, String.valueOf(e.getMessage()), since(start));
    }
  }

  private static Duration since(Instant start) {
    return Duration.between(start, Instant.now());
  }
}
