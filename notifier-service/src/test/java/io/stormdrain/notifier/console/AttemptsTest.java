package io.stormdrain.notifier.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.stormdrain.notifier.console.Attempts.Verdict;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class AttemptsTest {

  private static final Instant NOW = Instant.parse("2026-02-10T03:00:00Z");

  private static final int MOST = 5;

  private final Attempts attempts = new Attempts(MOST);

  @Test
  void anAddressWaitsUntilItsFirstAttemptIsAMinuteOld() {
    for (int n = 0; n < MOST; n++) {
      assertThat(attempts.attempt("a", NOW.plusSeconds(n))).isEqualTo(Verdict.MAY_TRY);
    }
    assertThat(attempts.attempt("a", NOW.plusSeconds(59))).isEqualTo(Verdict.HAS_TO_WAIT);
    assertThat(attempts.attempt("b", NOW.plusSeconds(59))).isEqualTo(Verdict.MAY_TRY);
    assertThat(attempts.attempt("a", NOW.plusSeconds(60))).isEqualTo(Verdict.MAY_TRY);
  }

  @Test
  void whatWasNotInVainForgetsWhatWas() {
    for (int n = 0; n < 100; n++) {
      assertThat(attempts.attempt("a", NOW)).isEqualTo(Verdict.MAY_TRY);
      attempts.succeeded("a");
    }
  }
}
