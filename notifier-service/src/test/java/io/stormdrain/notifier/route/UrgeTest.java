package io.stormdrain.notifier.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stormdrain.notifier.threshold.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Reminders, and who else is told. */
final class UrgeTest {

  private static final Instant T = Instant.parse("2026-02-10T12:00:00Z");
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Repeat HOURLY =
      new Repeat(Map.of(Severity.CRITICAL, HOUR), 2, Duration.ofHours(3));
  private static final Escalation LATER = new Escalation(Duration.ofMinutes(15), List.of("pager"));

  @Test
  void remindsAfterThePauseAndNotBefore() {
    assertThat(due(HOURLY, told(T, T, 0), T.plus(HOUR).minusMillis(1))).isEmpty();
    assertThat(due(HOURLY, told(T, T, 0), T.plus(HOUR)))
        .containsExactly(new Urge.Remind("slack", 1));
  }

  @Test
  void eachPauseIsLongerUpToTheLongest() {
    assertThat(HOURLY.pause(Severity.CRITICAL, 0)).contains(HOUR);
    assertThat(HOURLY.pause(Severity.CRITICAL, 1)).contains(Duration.ofHours(2));
    assertThat(HOURLY.pause(Severity.CRITICAL, 2)).contains(Duration.ofHours(3));
    assertThat(HOURLY.pause(Severity.CRITICAL, 4_000)).contains(Duration.ofHours(3));
  }

  @Test
  void aSeverityWithoutAPauseIsToldOnce() {
    assertThat(HOURLY.pause(Severity.LOW, 0)).isEmpty();
  }

  @Test
  void aShorterPauseHoldsFromTheMomentThatItIsWritten() {
    Repeat shorter =
        new Repeat(Map.of(Severity.CRITICAL, Duration.ofMinutes(5)), 1, Duration.ofHours(3));

    assertThat(due(HOURLY, told(T, T, 0), T.plusSeconds(600))).isEmpty();
    assertThat(due(shorter, told(T, T, 0), T.plusSeconds(600))).hasSize(1);
  }

  @Test
  void nobodyIsRemindedEveryFewSeconds() {
    assertThatThrownBy(
            () -> new Repeat(Map.of(Severity.LOW, Duration.ofSeconds(5)), 2, Duration.ofHours(3)))
        .hasMessageContaining("once a minute");
  }

  @Test
  void othersAreToldWhenNobodyLookedAfterItForSoLong() {
    assertThat(escalated(Map.of("slack", new Told(T, T, 0)), T.plusSeconds(899))).isEmpty();
    assertThat(escalated(Map.of("slack", new Told(T, T, 0)), T.plusSeconds(900)))
        .containsExactly(new Urge.Escalate("pager", Duration.ofMinutes(15)));
  }

  @Test
  void whoHasBeenToldIsNotToldAgainByEscalation() {
    Told before = new Told(T, T, 0);

    assertThat(escalated(Map.of("slack", before, "pager", before), T.plusSeconds(900))).isEmpty();
  }

  @Test
  void whereNobodyWasToldNobodyElseIs() {
    assertThat(escalated(Map.of(), T.plus(HOUR))).isEmpty();
  }

  private static Map<String, Told> told(Instant first, Instant last, int reminders) {
    return Map.of("slack", new Told(first, last, reminders));
  }

  private static List<Urge> due(Repeat repeat, Map<String, Told> told, Instant now) {
    return Urge.due(List.of(stop(new Urging(repeat, List.of()))), told, Severity.CRITICAL, now);
  }

  private static List<Urge> escalated(Map<String, Told> told, Instant now) {
    return Urge.due(
        List.of(stop(new Urging(Repeat.NEVER, List.of(LATER)))), told, Severity.CRITICAL, now);
  }

  private static Stop stop(Urging urging) {
    Timing timing = new Timing(Duration.ZERO, Duration.ZERO);
    return new Stop(
        "slack",
        new Route(Matchers.ANY, List.of("slack"), Severity.LOW, timing, urging, false, List.of()));
  }
}
