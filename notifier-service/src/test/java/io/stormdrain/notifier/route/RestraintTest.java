package io.stormdrain.notifier.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.stormdrain.notifier.threshold.Severity;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is held back, by what, and until when. */
final class RestraintTest {

  private static final Instant NOON = Instant.parse("2026-02-10T12:00:00Z");
  private static final Causes NONE = (cause, effect) -> false;
  private static final Storm STORM = new Storm(3, 3, Duration.ofMinutes(2), Duration.ofSeconds(30));

  private final Subject low = subject("shop", "memory-quota", Severity.LOW);
  private final Subject critical = subject("shop", "crash-loop", Severity.CRITICAL);

  @Test
  void onACalmDayNothingHolds() {
    assertThat(hold(quietNights(), low, Situation.calm(NOON))).isEmpty();
  }

  @Test
  void quietHoursHoldWhatIsLikeThatUntilTheyEnd() {
    Instant night = Instant.parse("2026-02-10T23:00:00Z");
    Hold held = hold(quietNights(), low, Situation.calm(night)).orElseThrow();

    assertThat(held.by()).isEqualTo(Hold.By.QUIET_HOURS);
    assertThat(held.until()).isEqualTo(Instant.parse("2026-02-11T07:00:00Z"));
    assertThat(hold(quietNights(), critical, Situation.calm(night))).isEmpty();
  }

  @Test
  void outsideOfHoursCanBeQuietToo() {
    Quiet outside = new Quiet("!office", hours("09:00", "18:00"), true, Matchers.ANY);
    Restraint restraint = new Restraint(List.of(outside), List.of(), STORM);

    assertThat(hold(restraint, low, Situation.calm(NOON))).isEmpty();
    assertThat(hold(restraint, low, Situation.calm(Instant.parse("2026-02-10T18:00:00Z"))))
        .hasValueSatisfying(
            held -> assertThat(held.until()).isEqualTo(Instant.parse("2026-02-11T09:00:00Z")));
  }

  @Test
  void silenceIsStrongerThanQuietHours() {
    Instant night = Instant.parse("2026-02-10T23:00:00Z");
    Situation silenced =
        new Situation(
            night,
            night,
            List.of(),
            0,
            null,
            new Situation.Silenced(night.plusSeconds(60), "silence 3 by ann"));

    assertThat(hold(quietNights(), low, silenced))
        .hasValueSatisfying(held -> assertThat(held.by()).isEqualTo(Hold.By.SILENCE));
  }

  @Test
  void whatAnotherIncidentExplainsWaitsForSoLongAtMost() {
    Restraint restraint = new Restraint(List.of(), List.of(outageHides()), STORM);
    Subject outage = subject("heroku", "platform-outage", Severity.HIGH);

    assertThat(hold(restraint, critical, among(outage, NOON)))
        .hasValueSatisfying(held -> {
          assertThat(held.by()).isEqualTo(Hold.By.CAUSE);
          assertThat(held.why()).isEqualTo("INC-7 explains it");
        });
    assertThat(hold(restraint, critical, among(outage, NOON.minus(Duration.ofMinutes(59)))))
        .isPresent();
    assertThat(hold(restraint, critical, among(outage, NOON.minus(Duration.ofHours(1))))).isEmpty();
  }

  @Test
  void whatIsLikeBothSidesHidesNothing() {
    Inhibition all = new Inhibition(Matchers.ANY, Matchers.ANY, List.of(), Duration.ofHours(1));

    assertThat(hold(new Restraint(List.of(), List.of(all), STORM), critical, among(low, NOON)))
        .isEmpty();
  }

  @Test
  void theTwoHaveToBeAlikeInWhatIsSaid() {
    Inhibition sameApp =
        new Inhibition(
            classed("platform-outage"),
            classed("crash-loop"),
            List.of(Attribute.APP),
            Duration.ofHours(1));
    Restraint restraint = new Restraint(List.of(), List.of(sameApp), STORM);

    assertThat(
            hold(
                restraint,
                critical,
                among(subject("other", "platform-outage", Severity.HIGH), NOON)))
        .isEmpty();
    assertThat(
            hold(
                restraint,
                critical,
                among(subject("shop", "platform-outage", Severity.HIGH), NOON)))
        .isPresent();
  }

  @Test
  void aKnownCauseOfTheSameAppHoldsItsEffectForAWhile() {
    Causes causes =
        (cause, effect) -> cause.equals("missing-module") && effect.equals("crash-loop");
    Subject cause = subject("shop", "missing-module", Severity.CRITICAL);

    assertThat(hold(Restraint.USUAL, critical, among(cause, NOON), causes)).isPresent();
    assertThat(hold(Restraint.USUAL, critical, among(cause, NOON.minus(Restraint.CAUSAL)), causes))
        .isEmpty();
  }

  @Test
  void aCauseThatIsLessSevereHoldsNothing() {
    Causes causes = (cause, effect) -> true;
    Subject cause = subject("shop", "missing-module", Severity.HIGH);

    assertThat(hold(Restraint.USUAL, critical, among(cause, NOON), causes)).isEmpty();
  }

  @Test
  void theFirstOfAStormAreToldAndTheOthersGathered() {
    Restraint restraint = new Restraint(List.of(), List.of(), STORM);

    assertThat(hold(restraint, low, begun(3, NOON))).isEmpty();
    assertThat(hold(restraint, low, begun(4, NOON)))
        .hasValueSatisfying(held -> {
          assertThat(held.by()).isEqualTo(Hold.By.STORM);
          assertThat(held.bundle()).isEqualTo("storm shop");
          assertThat(held.until()).isEqualTo(NOON.plusSeconds(30));
        });
    assertThat(hold(restraint, low, begun(40, NOON.minusSeconds(30)))).isEmpty();
  }

  private static Restraint quietNights() {
    Quiet nights =
        new Quiet(
            "nights",
            hours("22:00", "07:00"),
            false,
            new Matchers(Map.of(Attribute.SEVERITY, List.of("low", "medium"))));
    return new Restraint(List.of(nights), List.of(), STORM);
  }

  private static Inhibition outageHides() {
    return new Inhibition(
        classed("platform-outage"), classed("crash-loop"), List.of(), Duration.ofHours(1));
  }

  private static Matchers classed(String type) {
    return new Matchers(Map.of(Attribute.CLASS, List.of(type)));
  }

  private static Situation among(Subject other, Instant since) {
    return new Situation(NOON, since, List.of(new Situation.Live("INC-7", other)), 1, null, null);
  }

  private static Situation begun(int incidents, Instant since) {
    return new Situation(NOON, since, List.of(), incidents, null, null);
  }

  private static Optional<Hold> hold(Restraint restraint, Subject subject, Situation situation) {
    return hold(restraint, subject, situation, NONE);
  }

  private static Optional<Hold> hold(
      Restraint restraint, Subject subject, Situation situation, Causes causes) {
    Routing routing =
        Routing.toAll(List.of("slack"), Severity.LOW, new Timing(Duration.ZERO, Duration.ZERO));
    return restraint.hold(subject, situation, routing, causes);
  }

  private static Schedule hours(String from, String to) {
    return new Schedule(
        ZoneOffset.UTC,
        EnumSet.allOf(DayOfWeek.class),
        LocalTime.parse(from),
        LocalTime.parse(to),
        Set.of());
  }

  private static Subject subject(String app, String type, Severity severity) {
    return new Subject(app, "production", "heroku", "web.1", Set.of(type), severity);
  }
}
