package io.stormdrain.notifier.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** When digests are told. */
final class AppointmentTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  private final Appointment daily = Appointment.daily(LocalTime.of(9, 0), BERLIN);

  @Test
  void aDigestIsDueFromItsTimeOnAndForTwelveHours() {
    assertThat(daily.due(Instant.parse("2026-03-10T07:59:59.999Z"))).isEmpty();
    assertThat(daily.due(Instant.parse("2026-03-10T08:00:00Z")))
        .map(Appointment.Period::day)
        .contains(LocalDate.parse("2026-03-10"));
    assertThat(daily.due(Instant.parse("2026-03-10T19:59:59Z"))).isPresent();
    assertThat(daily.due(Instant.parse("2026-03-10T20:00:00Z"))).isEmpty();
  }

  @Test
  void itIsAboutTheTimeSinceTheOneBefore() {
    assertThat(daily.due(Instant.parse("2026-03-10T08:00:00Z")))
        .contains(
            new Appointment.Period(
                LocalDate.parse("2026-03-10"),
                Instant.parse("2026-03-09T08:00:00Z"),
                Instant.parse("2026-03-10T08:00:00Z")));
  }

  @Test
  void aDayOnWhichClocksChangeIsShorterOrLonger() {
    assertThat(length("2026-03-29T08:00:00Z")).isEqualTo(Duration.ofHours(23));
    assertThat(length("2026-10-25T09:00:00Z")).isEqualTo(Duration.ofHours(25));
    assertThat(length("2028-02-29T08:00:00Z")).isEqualTo(Duration.ofHours(24));
  }

  @Test
  void aTimeThatThereIsNotIsTheMomentAfterTheGap() {
    Appointment night = Appointment.daily(LocalTime.of(2, 30), BERLIN);
    assertThat(night.due(Instant.parse("2026-03-29T01:29:59Z"))).isEmpty();
    assertThat(night.due(Instant.parse("2026-03-29T01:30:00Z")))
        .map(Appointment.Period::day)
        .contains(LocalDate.parse("2026-03-29"));
  }

  @Test
  void onMondayItIsAboutTheWeekendToo() {
    Appointment workdays =
        new Appointment(
            LocalTime.of(9, 0),
            BERLIN,
            EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
            List.of(),
            false);
    assertThat(workdays.due(Instant.parse("2026-03-15T09:00:00Z"))).isEmpty();
    assertThat(workdays.due(Instant.parse("2026-03-16T09:00:00Z")))
        .map(period -> Duration.between(period.from(), period.until()))
        .contains(Duration.ofDays(3));
  }

  @Test
  void aLateEveningsDigestIsDueBeyondMidnight() {
    Appointment evening = Appointment.daily(LocalTime.of(23, 0), ZoneId.of("UTC"));
    assertThat(evening.due(Instant.parse("2026-03-11T00:30:00Z")))
        .map(Appointment.Period::day)
        .contains(LocalDate.parse("2026-03-10"));
  }

  @Test
  void neverIsNever() {
    assertThat(Appointment.never().due(Instant.parse("2026-03-11T00:00:00Z"))).isEmpty();
  }

  private Duration length(String now) {
    Optional<Appointment.Period> period = daily.due(Instant.parse(now));
    assertThat(period).isPresent();
    return Duration.between(period.get().from(), period.get().until());
  }
}
