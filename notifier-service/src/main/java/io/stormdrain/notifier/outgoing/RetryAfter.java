package io.stormdrain.notifier.outgoing;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** Header {@code Retry-After} of RFC 9110, section 10.2.3: seconds, or a date. */
public final class RetryAfter {

  private static final Duration SHORTEST = Duration.ofSeconds(1);
  private static final int MOST_DIGITS = 9;

  private RetryAfter() {}

  /** The time it asks for, at least a second; null when there is no sense in it. */
  public static @Nullable Duration of(@Nullable String header, Instant now) {
    if (header == null) {
      return null;
    }
    String text = header.strip();
    Duration asked =
        text.length() <= MOST_DIGITS && text.matches("[0-9]+")
            ? Duration.ofSeconds(Long.parseLong(text))
            : date(text, now);
    return asked == null || asked.compareTo(SHORTEST) >= 0 ? asked : SHORTEST;
  }

  private static @Nullable Duration date(String text, Instant now) {
    try {
      ZonedDateTime until = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME);
      return Duration.between(now, until.toInstant());
    } catch (DateTimeParseException e) {
      return null;
    }
  }
}
