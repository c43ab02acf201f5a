package io.stormdrain.notifier.line;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which lines are looked for.
 *
 * @param source identity of their app
 * @param from by the lines' own time
 * @param until by the lines' own time, not included
 * @param text what is in them, in capital or small letters; all when empty
 * @param most lines to find
 * @param cursor offset at which an earlier search stopped; null to begin at {@code from}
 */
public record Search(
    String source, Instant from, Instant until, String text, int most, @Nullable Long cursor) {

  public Search {
    if (most < 1) {
      throw new IllegalArgumentException("most is " + most + ", at least 1 is needed");
    }
    text = text.toLowerCase(Locale.ROOT);
  }

  boolean finds(LogLine line) {
    return !line.time().isBefore(from)
        && line.time().isBefore(until)
        && (text.isEmpty() || line.text().toLowerCase(Locale.ROOT).contains(text));
  }
}
