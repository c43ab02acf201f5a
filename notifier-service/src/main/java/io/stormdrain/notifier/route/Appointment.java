package io.stormdrain.notifier.route;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * When digests are told, by the clocks of one zone, and to whom. On the day that clocks go forward
 * a time that there is not is the moment after the gap; on the day that they go back a time that
 * comes twice is the first. Pure.
 *
 * @param days on which they are told; none are told when empty
 * @param receivers names; whoever is told of a team's incidents when empty
 * @param skipsEmpty whether nothing is told of a time in which nothing happened
 */
public record Appointment(
    LocalTime at, ZoneId zone, Set<DayOfWeek> days, List<String> receivers, boolean skipsEmpty) {

  /** After that long a digest is no news any more. */
  public static final Duration LATEST = Duration.ofHours(12);

  private static final int WEEK = 7;

  public Appointment {
    days = Set.copyOf(days);
    receivers = List.copyOf(receivers);
  }

  /** Every day, to whoever is told of incidents. */
  public static Appointment daily(LocalTime at, ZoneId zone) {
    return new Appointment(at, zone, EnumSet.allOf(DayOfWeek.class), List.of(), false);
  }

  /** Never. */
  public static Appointment never() {
    return new Appointment(LocalTime.MIDNIGHT, ZoneId.of("UTC"), Set.of(), List.of(), false);
  }

  /**
   * What a digest is about: the time since the one before.
   *
   * @param day on which it is told
   */
  public record Period(LocalDate day, Instant from, Instant until) {
    public Period {
      if (!from.isBefore(until)) {
        throw new IllegalArgumentException("from %s is not before %s".formatted(from, until));
      }
    }
  }

  /** What is to be told at that time, for as long as it is news; empty when nothing is. */
  public Optional<Period> due(Instant now) {
    LocalDate today = now.atZone(zone).toLocalDate();
    return IntStream.rangeClosed(0, 1)
        .mapToObj(today::minusDays)
        .filter(day -> days.contains(day.getDayOfWeek()))
        .filter(day -> !moment(day).isAfter(now) && now.isBefore(moment(day).plus(LATEST)))
        .findFirst()
        .map(this::period);
  }

  private Period period(LocalDate day) {
    LocalDate before =
        IntStream.rangeClosed(1, WEEK)
            .mapToObj(day::minusDays)
            .filter(one -> days.contains(one.getDayOfWeek()))
            .findFirst()
            .orElseThrow();
    return new Period(day, moment(before), moment(day));
  }

  private Instant moment(LocalDate day) {
    return day.atTime(at).atZone(zone).toInstant();
  }
}
