package io.stormdrain.notifier.route;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Hours of certain days by the clocks of one zone. Hours that end at or before their begin end on
 * the next day. On the day that clocks go forward a time that there is not is the moment of the
 * change; on the day that they go back a time that comes twice is the first.
 *
 * @param days on which the hours begin
 * @param holidays on which they do not
 */
public record Schedule(
    ZoneId zone, Set<DayOfWeek> days, LocalTime from, LocalTime to, Set<LocalDate> holidays) {

  /** No hours are further apart, but for holidays without end. */
  private static final int LOOK_AHEAD = 400;

  public Schedule {
    days = Set.copyOf(days);
    holidays = Set.copyOf(holidays);
    if (days.isEmpty()) {
      throw new IllegalArgumentException("a schedule needs days");
    }
  }

  private record Hours(Instant from, Instant to) {
    boolean contain(Instant at) {
      return !at.isBefore(from) && at.isBefore(to);
    }
  }

  /** Whether that is within the hours; their end is not. */
  public boolean contains(Instant at) {
    LocalDate today = at.atZone(zone).toLocalDate();
    return Stream.of(today.minusDays(1), today)
        .filter(this::counts)
        .anyMatch(day -> hours(day).contain(at));
  }

  /** When that changes next; empty when it does not for more than a year. */
  public Optional<Instant> changesAfter(Instant at) {
    boolean now = contains(at);
    LocalDate today = at.atZone(zone).toLocalDate();
    return LongStream.rangeClosed(-1, LOOK_AHEAD)
        .mapToObj(today::plusDays)
        .filter(this::counts)
        .map(this::hours)
        .flatMap(hours -> Stream.of(hours.from(), hours.to()))
        .filter(edge -> edge.isAfter(at) && contains(edge) != now)
        .findFirst();
  }

  private boolean counts(LocalDate day) {
    return days.contains(day.getDayOfWeek()) && !holidays.contains(day);
  }

  private Hours hours(LocalDate day) {
    LocalDate end = to.isAfter(from) ? day : day.plusDays(1);
    return new Hours(
        day.atTime(from).atZone(zone).toInstant(), end.atTime(to).atZone(zone).toInstant());
  }
}
