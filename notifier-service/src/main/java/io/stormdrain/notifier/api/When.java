package io.stormdrain.notifier.api;

import io.stormdrain.notifier.threshold.Durations;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Times as a query names them: so long ago, or in ISO 8601. */
public final class When {

  private static final String EXPECTED = "15m, 2h, or 2026-02-10T14:03:05Z";

  private When() {}

  /**
   * A time.
   *
   * @param text what was asked for; null or empty for what is usual
   * @throws ProblemException when it names none
   */
  public static Instant of(String field, @Nullable String text, Instant now, Duration usual) {
    String said = text == null ? "" : text.strip();
    if (said.isEmpty()) {
      return now.minus(usual);
    }
    try {
      return said.contains("T") ? Instant.parse(said) : now.minus(Durations.of(said));
    } catch (DateTimeException | IllegalArgumentException | ArithmeticException e) {
      throw ProblemException.badRequest("%s '%s' is no time".formatted(field, said), EXPECTED);
    }
  }
}
