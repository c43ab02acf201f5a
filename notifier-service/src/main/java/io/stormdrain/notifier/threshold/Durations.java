package io.stormdrain.notifier.threshold;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as files write them: {@code 90s}, {@code 5m}, {@code 4h}, {@code 7d}. */
public final class Durations {

  private static final Pattern WRITTEN = Pattern.compile("(\\d{1,6})([smhd])");

  private Durations() {}

  /** Throws IllegalArgumentException that names what was expected. */
  public static Duration of(String text) {
    Matcher matcher = WRITTEN.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "expected a duration like 90s, 5m, 4h or 7d, got '" + text + "'");
    }
    long amount = Long.parseLong(matcher.group(1));
    return switch (matcher.group(2)) {
      case "s" -> Duration.ofSeconds(amount);
      case "m" -> Duration.ofMinutes(amount);
      case "h" -> Duration.ofHours(amount);
      default -> Duration.ofDays(amount);
    };
  }
}
