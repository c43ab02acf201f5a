package io.stormdrain.notifier.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.stormdrain.notifier.incident.IncidentState;
import io.stormdrain.notifier.incident.Reason;
import io.stormdrain.notifier.incident.ResolveCause;
import io.stormdrain.notifier.incident.Transition;
import io.stormdrain.notifier.threshold.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class DecisionTest {

  private static final Candidate NEW = new Candidate("slack", true, Knowledge.NONE);
  private static final Candidate INVOLVED = new Candidate("slack", true, Knowledge.TOLD);
  private static final Candidate NO_EDITOR = new Candidate("email", false, Knowledge.TOLD);

  private static final Timing TIMING = new Timing(Duration.ofSeconds(10), Duration.ofSeconds(30));

  @Test
  void tellsFromTheMinimumOn() {
    assertThat(decide(Severity.MEDIUM, change(Reason.OPENED, Severity.MEDIUM), NEW))
        .isEqualTo(Decision.SEVERE_ENOUGH);
    assertThat(decide(Severity.MEDIUM, change(Reason.OPENED, Severity.LOW), NEW))
        .isEqualTo(Decision.BELOW_MINIMUM);
  }

  @Test
  void neverTellsWhatIsForTheRecord() {
    assertThat(decide(Severity.INFO, change(Reason.OPENED, Severity.INFO), NEW))
        .isEqualTo(Decision.FOR_THE_RECORD);
  }

  @Test
  void tellsWhenItBecomesSevereEnough() {
    assertThat(decide(Severity.MEDIUM, change(Reason.RAISED, Severity.MEDIUM), NEW))
        .isEqualTo(Decision.SEVERE_ENOUGH);
  }

  @ParameterizedTest
  @EnumSource(Severity.class)
  void whoWasToldLearnsOfTheEndWhateverTheSeverityIsByNow(Severity severity) {
    assertThat(decide(Severity.MEDIUM, change(Reason.RESOLVED, severity), INVOLVED))
        .isEqualTo(Decision.TOLD_BEFORE);
  }

  @Test
  void nobodyLearnsOfTheEndOfWhatTheyWereNeverTold() {
    assertThat(decide(Severity.MEDIUM, change(Reason.RESOLVED, Severity.CRITICAL), NEW))
        .isEqualTo(Decision.NEVER_TOLD);
  }

  @Test
  void onlyWhoCanChangeAMessageIsToldOfAChange() {
    assertThat(decide(Severity.MEDIUM, change(Reason.EFFECT_SEEN, Severity.HIGH), NO_EDITOR))
        .isEqualTo(Decision.CANNOT_EDIT);
    assertThat(decide(Severity.MEDIUM, change(Reason.EFFECT_SEEN, Severity.HIGH), INVOLVED))
        .isEqualTo(Decision.TOLD_BEFORE);
    assertThat(decide(Severity.MEDIUM, change(Reason.EFFECT_SEEN, Severity.HIGH), NEW))
        .isEqualTo(Decision.NEVER_TOLD);
  }

  private static Decision decide(Severity minimum, Transition transition, Candidate candidate) {
    Subject subject =
        new Subject("shop", "", "heroku", "", Set.of("crash-loop"), transition.severity());
    return Routing.toAll(List.of(candidate.receiver()), minimum, TIMING)
        .rule(transition, subject, candidate, null)
        .decision();
  }

  private static Transition change(Reason reason, Severity severity) {
    boolean over = reason == Reason.RESOLVED;
    return new Transition(
        new UUID(0, 1),
        1,
        Instant.EPOCH,
        null,
        over ? IncidentState.RESOLVED : IncidentState.OPEN,
        reason,
        over ? ResolveCause.QUIET : null,
        severity,
        "",
        null);
  }
}
