package io.stormdrain.ingest.line;

import org.jspecify.annotations.Nullable;

/** OpenTelemetry's severity numbers for syslog's severities (its logs data model, appendix B). */
final class Severity {
  private static final int[] NUMBERS = {21, 19, 18, 17, 13, 10, 9, 5};
  private static final int HIGHEST_PRIORITY = 191;

  private Severity() {}

  /**
   * The header's value for a {@code PRI}. Guessed: Heroku gives all output of an app the same one.
   *
   * @return null when there is no such priority
   */
  static @Nullable String guessedFrom(int priority) {
    return priority > HIGHEST_PRIORITY ? null : NUMBERS[priority % 8] + " guessed";
  }
}
