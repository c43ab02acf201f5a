package io.stormdrain.notifier.routing;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/** Times, days and zones as the routing file writes them. */
final class Times {

  private static final String MIDNIGHT = "24:00";

  private Times() {}

  static LocalTime clock(String text) {
    try {
      return text.equals(MIDNIGHT) ? LocalTime.MIDNIGHT : LocalTime.parse(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("expected a time like 09:00, got '" + text + "'", e);
    }
  }

  static LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("expected a day like 2026-12-25, got '" + text + "'", e);
    }
  }

  static ZoneId zone(String text) {
    try {
      return ZoneId.of(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "expected a time zone like Europe/Berlin, got '" + text + "'", e);
    }
  }
}
