package io.stormdrain.notifier.delivery;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How fast a receiver may be told, so that its own limits are hardly ever reached. What goes there
 * is paid for with {@code each}; so much of it may be owed that {@code burst} can go at once. Pure.
 *
 * @param atATime under way at once
 * @param burst at once after a rest
 * @param each time that one costs; zero when only their number at a time counts
 */
public record Pace(int atATime, int burst, Duration each) {

  /** As fast as settings allow. */
  public static final Pace FREE = atATime(Integer.MAX_VALUE);

  public Pace {
    if (atATime < 1 || burst < 1 || each.isNegative()) {
      throw new IllegalArgumentException(
          "a pace of %d at a time, %d at once, one in %s".formatted(atATime, burst, each));
    }
  }

  /** So many at a time, however many in a second. */
  public static Pace atATime(int most) {
    return new Pace(most, 1, Duration.ZERO);
  }

  /** One in a time, and so many at once after a rest. */
  public static Pace one(Duration each, int burst) {
    return new Pace(Integer.MAX_VALUE, burst, each);
  }

  /** Whether time limits it. */
  boolean isTimed() {
    return each.isPositive();
  }

  /**
   * How many may go now.
   *
   * @param paid until when what has gone is paid for; null when nothing has
   */
  int room(@Nullable Instant paid, Instant now) {
    if (!isTimed()) {
      return Integer.MAX_VALUE;
    }
    Duration credit = Duration.between(from(paid, now), now.plus(each.multipliedBy(burst)));
    return Math.clamp(credit.dividedBy(each), 0, burst);
  }

  /** Until when it is paid for when so many go now. */
  Instant after(@Nullable Instant paid, Instant now, int gone) {
    return from(paid, now).plus(each.multipliedBy(gone));
  }

  /** When one more may go. */
  Instant next(@Nullable Instant paid, Instant now) {
    Instant free = from(paid, now).minus(each.multipliedBy(burst - 1L));
    return free.isAfter(now) ? free : now;
  }

  private static Instant from(@Nullable Instant paid, Instant now) {
    return paid == null || paid.isBefore(now) ? now : paid;
  }
}
