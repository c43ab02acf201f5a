package io.stormdrain.notifier.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.stormdrain.notifier.incident.IncidentState;
import io.stormdrain.notifier.incident.Reason;
import io.stormdrain.notifier.incident.ResolveCause;
import io.stormdrain.notifier.incident.Transition;
import io.stormdrain.notifier.threshold.Severity;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class RoutesTest {

  private static final Candidate NEW = new Candidate("slack", true, false);
  private static final Candidate INVOLVED = new Candidate("slack", true, true);
  private static final Candidate NO_EDITOR = new Candidate("email", false, true);

  private final Routes routes = new Routes(Severity.MEDIUM);

  @Test
  void tellsFromTheMinimumOn() {
    assertThat(routes.decide(change(Reason.OPENED, Severity.MEDIUM), NEW))
        .isEqualTo(Decision.SEVERE_ENOUGH);
    assertThat(routes.decide(change(Reason.OPENED, Severity.LOW), NEW))
        .isEqualTo(Decision.BELOW_MINIMUM);
  }

  @Test
  void neverTellsWhatIsForTheRecord() {
    assertThat(new Routes(Severity.INFO).decide(change(Reason.OPENED, Severity.INFO), NEW))
        .isEqualTo(Decision.FOR_THE_RECORD);
  }

  @Test
  void tellsWhenItBecomesSevereEnough() {
    assertThat(routes.decide(change(Reason.RAISED, Severity.MEDIUM), NEW))
        .isEqualTo(Decision.SEVERE_ENOUGH);
  }

  @ParameterizedTest
  @EnumSource(Severity.class)
  void whoWasToldLearnsOfTheEndWhateverTheSeverityIsByNow(Severity severity) {
    assertThat(routes.decide(change(Reason.RESOLVED, severity), INVOLVED))
        .isEqualTo(Decision.TOLD_BEFORE);
  }

  @Test
  void nobodyLearnsOfTheEndOfWhatTheyWereNeverTold() {
    assertThat(routes.decide(change(Reason.RESOLVED, Severity.CRITICAL), NEW))
        .isEqualTo(Decision.NEVER_TOLD);
  }

  @Test
  void onlyWhoCanChangeAMessageIsToldOfAChange() {
    assertThat(routes.decide(change(Reason.EFFECT_SEEN, Severity.HIGH), NO_EDITOR))
        .isEqualTo(Decision.CANNOT_EDIT);
    assertThat(routes.decide(change(Reason.EFFECT_SEEN, Severity.HIGH), INVOLVED))
        .isEqualTo(Decision.TOLD_BEFORE);
    assertThat(routes.decide(change(Reason.EFFECT_SEEN, Severity.HIGH), NEW))
        .isEqualTo(Decision.NEVER_TOLD);
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
