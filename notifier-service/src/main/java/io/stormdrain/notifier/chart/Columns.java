package io.stormdrain.notifier.chart;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The time that a chart shows, in columns of equal length.
 *
 * @param from when the first begins
 * @param each length of one, whole seconds
 * @param count how many
 */
public record Columns(Instant from, Duration each, int count) {

  public Columns {
    if (each.toSeconds() < 1 || count < 1) {
      throw new IllegalArgumentException("columns: " + count + " of " + each);
    }
  }

  /** The last so many columns of which all is over. */
  public static Columns before(Instant now, Duration each, int count) {
    long seconds = each.toSeconds();
    long end = Math.floorDiv(now.getEpochSecond(), seconds) * seconds;
    return new Columns(Instant.ofEpochSecond(end - seconds * count), each, count);
  }

  /** When the last ends. */
  public Instant until() {
    return from.plus(each.multipliedBy(count));
  }

  /** When one begins. */
  public Instant start(int column) {
    return from.plus(each.multipliedBy(column));
  }

  /** Number of the column in which a time is, from 0; null where it is in none. */
  public @Nullable Integer of(Instant time) {
    long column =
        Math.floorDiv(time.getEpochSecond() - from.getEpochSecond(), Math.max(1, each.toSeconds()));
    return column < 0 || column >= count ? null : (int) column;
  }
}
