package io.stormdrain.notifier.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Hours by the clocks of a zone, also on the days on which the clocks are changed. */
final class ScheduleTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Set<DayOfWeek> WEEK = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
  private static final Set<DayOfWeek> ALL = EnumSet.allOf(DayOfWeek.class);

  private final Schedule office = hours(WEEK, "09:00", "18:00");
  private final Schedule night = hours(ALL, "22:00", "07:00");

  @ParameterizedTest
  @CsvSource({
    "2026-02-10T07:59:59Z, false",
    "2026-02-10T08:00:00Z, true",
    "2026-02-10T16:59:59Z, true",
    "2026-02-10T17:00:00Z, false",
    "2026-02-14T10:00:00Z, false",
    "2026-07-10T07:00:00Z, true",
  })
  void theBeginIsWithinAndTheEndIsNot(Instant at, boolean within) {
    assertThat(office.contains(at)).isEqualTo(within);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-02-10T20:59:59Z, false",
    "2026-02-10T21:00:00Z, true",
    "2026-02-11T05:59:59Z, true",
    "2026-02-11T06:00:00Z, false",
  })
  void hoursMayGoOverMidnight(Instant at, boolean within) {
    assertThat(night.contains(at)).isEqualTo(within);
  }

  @Test
  void hoursOverMidnightBelongToTheDayOnWhichTheyBegin() {
    Schedule friday = hours(EnumSet.of(DayOfWeek.FRIDAY), "22:00", "07:00");

    assertThat(friday.contains(Instant.parse("2026-02-14T03:00:00Z"))).isTrue();
    assertThat(friday.contains(Instant.parse("2026-02-13T03:00:00Z"))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    // Clocks go from 02:00 to 03:00: 02:30 is the moment of 03:30, an hour later than usual.
    "2026-03-29T01:29:59Z, false",
    "2026-03-29T01:30:00Z, true",
    "2026-03-29T01:59:59Z, true",
    "2026-03-29T02:00:00Z, false",
  })
  void aTimeThatThereIsNotIsAfterTheGap(Instant at, boolean within) {
    assertThat(hours(ALL, "02:30", "04:00").contains(at)).isEqualTo(within);
  }

  @ParameterizedTest
  @CsvSource({
    // Clocks go from 03:00 back to 02:00: 02:30 comes at 00:30Z and again at 01:30Z.
    "2026-10-25T00:29:59Z, false",
    "2026-10-25T00:30:00Z, true",
    "2026-10-25T01:15:00Z, true",
    "2026-10-25T01:30:00Z, true",
    "2026-10-25T02:59:59Z, true",
    "2026-10-25T03:00:00Z, false",
  })
  void aTimeThatComesTwiceIsTheFirstAndTheHoursAreNotTornApart(Instant at, boolean within) {
    assertThat(hours(ALL, "02:30", "04:00").contains(at)).isEqualTo(within);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-28T21:00:00Z, 2026-03-29T05:00:00Z",
    "2026-10-24T20:00:00Z, 2026-10-25T06:00:00Z",
    "2026-02-10T21:00:00Z, 2026-02-11T06:00:00Z",
  })
  void aNightEndsWhenTheClockSaysSoHoweverLongItWas(Instant from, Instant to) {
    assertThat(night.changesAfter(from)).contains(to);
    assertThat(night.contains(to)).isFalse();
  }

  @Test
  void afterTheLastHoursOfAWeekTheNextAreThoseOfMonday() {
    assertThat(office.changesAfter(Instant.parse("2026-02-13T17:00:00Z")))
        .contains(Instant.parse("2026-02-16T08:00:00Z"));
  }

  @Test
  void aHolidayHasNoHours() {
    Schedule schedule =
        new Schedule(
            BERLIN,
            WEEK,
            LocalTime.of(9, 0),
            LocalTime.of(18, 0),
            Set.of(LocalDate.of(2026, 12, 25)));

    assertThat(schedule.contains(Instant.parse("2026-12-25T10:00:00Z"))).isFalse();
    assertThat(schedule.changesAfter(Instant.parse("2026-12-24T17:00:00Z")))
        .contains(Instant.parse("2026-12-28T08:00:00Z"));
  }

  @Test
  void allDayAndNightNeverChanges() {
    Schedule always = hours(ALL, "00:00", "00:00");

    assertThat(always.contains(Instant.parse("2026-02-10T23:59:59Z"))).isTrue();
    assertThat(always.changesAfter(Instant.parse("2026-02-10T12:00:00Z"))).isEmpty();
  }

  @Test
  void needsDays() {
    assertThatThrownBy(() -> hours(Set.of(), "09:00", "18:00")).hasMessageContaining("days");
  }

  private static Schedule hours(Set<DayOfWeek> days, String from, String to) {
    return new Schedule(BERLIN, days, LocalTime.parse(from), LocalTime.parse(to), Set.of());
  }
}
