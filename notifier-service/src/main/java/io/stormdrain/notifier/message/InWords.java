package io.stormdrain.notifier.message;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times, durations and counts as people say them. */
public final class InWords {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private InWords() {}

  /** {@code 2026-02-10 14:03:05 UTC}. */
  public static String time(Instant at) {
    return TIME.format(at);
  }

  /** {@code 14:03:05}. */
  public static String clock(Instant at) {
    return CLOCK.format(at);
  }

  /** {@code 4 min}, {@code 1 h 5 min}; two units at most, rounded down. */
  public static String duration(Duration duration) {
    long seconds = Math.max(0, duration.toSeconds());
    if (seconds < 60) {
      return seconds + " s";
    }
    long minutes = seconds / 60;
    if (minutes < 60) {
      return minutes < 5 && seconds % 60 != 0
          ? minutes + " min " + seconds % 60 + " s"
          : minutes + " min";
    }
    long hours = minutes / 60;
    if (hours < 24) {
      return minutes % 60 == 0 ? hours + " h" : hours + " h " + minutes % 60 + " min";
    }
    return hours % 24 == 0 ? hours / 24 + " d" : hours / 24 + " d " + hours % 24 + " h";
  }

  /** {@code once}, {@code twice}, {@code 1,200 times}. */
  public static String times(long count) {
    if (count <= 1) {
      return "once";
    }
    return count == 2 ? "twice" : String.format(Locale.ROOT, "%,d times", count);
  }

  /** With a capital first letter. */
  public static String sentence(String text) {
    return text.isEmpty()
        ? text
        : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }
}
