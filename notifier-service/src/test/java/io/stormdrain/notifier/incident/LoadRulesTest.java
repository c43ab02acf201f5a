package io.stormdrain.notifier.incident;

import static org.assertj.core.api.Assertions.assertThat;

import io.stormdrain.notifier.threshold.Severity;
import io.stormdrain.notifier.threshold.ShippedRules;
import org.junit.jupiter.api.Test;

/** What the requests of an app say by their numbers alone. */
final class LoadRulesTest {

  private final Tale tale = new Tale(ShippedRules.rules());

  @Test
  void aTenthOfFiftyRequestsIsTooMuchAndLessIsNot() {
    tale.requests(0, 46, 4, 64);
    assertThat(tale.incidents()).isEmpty();
    tale.requests(10, 0, 1, 64);
    tale.requests(20, 0, 1, 64);
    Incident incident = tale.only();
    assertThat(incident.type()).isEqualTo("server-error-rate");
    assertThat(incident.severity()).isEqualTo(Severity.HIGH);
    assertThat(incident.title())
        .isEqualTo("shop answers 11 % of its requests with an error (52 in 5 minutes)");
  }

  @Test
  void fewRequestsSayNothing() {
    tale.requests(0, 0, 49, 64);
    assertThat(tale.incidents()).isEmpty();
    tale.requests(10, 0, 1, 64);
    assertThat(tale.only().severity()).isEqualTo(Severity.CRITICAL);
  }

  @Test
  void atTheEdgeItNeitherComesNorGoes() {
    tale.requests(0, 90, 10, 64);
    for (int minute = 1; minute <= 20; minute++) {
      tale.requests(minute * 60, minute % 2 == 0 ? 90 : 94, minute % 2 == 0 ? 10 : 6, 64);
    }
    assertThat(tale.messages()).containsExactly(Reason.OPENED);
    assertThat(tale.only().state()).isEqualTo(IncidentState.OPEN);
  }

  @Test
  void itIsOverWhenItHasBeenLowForAMinute() {
    tale.requests(0, 90, 10, 64);
    tale.requests(301, 100, 4, 64);
    assertThat(tale.only().state()).isEqualTo(IncidentState.RECOVERING);
    tale.requests(362, 100, 4, 64);
    assertThat(tale.only().state()).isEqualTo(IncidentState.RESOLVED);
    assertThat(tale.messages()).containsExactly(Reason.OPENED, Reason.RESOLVED);
  }

  @Test
  void anAppThatIsNoLongerAskedIsNotInTroubleForEver() {
    tale.requests(0, 90, 10, 64).calm(899);
    assertThat(tale.only().state()).isEqualTo(IncidentState.OPEN);
    tale.calm(901);
    assertThat(tale.only().cause()).isEqualTo(ResolveCause.QUIET);
  }

  @Test
  void errorsOfAnAppThatCrashesBelongToTheCrash() {
    tale.boot(0, "bs4").boot(20, "bs4").requests(30, 0, 400, 64);
    assertThat(tale.only().type()).isEqualTo("missing-module");
    assertThat(tale.messages()).containsExactly(Reason.OPENED);
  }

  @Test
  void theMaintenancePageIsNoErrorOfTheApp() {
    tale.at(0, "router", "maintenance.answered", "H80").requests(1, 0, 400, 64);
    assertThat(tale.incidents()).isEmpty();
    tale.requests(299, 0, 400, 64);
    assertThat(tale.incidents()).isEmpty();
    tale.requests(300, 0, 400, 64);
    assertThat(tale.only().type()).isEqualTo("server-error-rate");
  }

  @Test
  void aSlowTwentiethIsToldAndAMissingMeasureIsNot() {
    tale.requests(0, 100, 0, 0).requests(10, 100, 0, 8_192);
    assertThat(tale.incidents()).isEmpty();
    tale.requests(600, 100, 0, 16_384);
    assertThat(tale.only().type()).isEqualTo("slow-requests");
    assertThat(tale.only().severity()).isEqualTo(Severity.MEDIUM);
  }
}
