package io.stormdrain.notifier.incident;

import static org.assertj.core.api.Assertions.assertThat;

import io.stormdrain.notifier.threshold.Severity;
import io.stormdrain.notifier.threshold.ShippedRules;
import org.junit.jupiter.api.Test;

/** What lines tell that came long after others of their app. */
final class OldNewsTest {

  private final Tale tale = new Tale(ShippedRules.rules());

  @Test
  void isKeptForTheRecordAndToldToNobody() {
    tale.at(0, "api", "build.failed", null, "late", 2_400L);

    assertThat(tale.file().docket().incidents())
        .singleElement()
        .satisfies(incident -> {
          assertThat(incident.type()).isEqualTo("build-failed");
          assertThat(incident.severity()).isEqualTo(Severity.INFO);
        });
  }

  @Test
  void isToldWhenItGoesOnNow() {
    tale.at(0, "api", "build.failed", null, "late", 2_400L);
    tale.at(2_400, "api", "build.failed", null);

    assertThat(tale.only().severity()).isEqualTo(Severity.HIGH);
    assertThat(tale.file().docket().transitions())
        .extracting(Transition::reason)
        .containsSubsequence(Reason.OPENED, Reason.RAISED);
  }

  @Test
  void bringsNothingBackThatIsOver() {
    tale.at(0, "api", "build.failed", null);
    tale.at(60, "api", "build.succeeded", null);
    tale.at(70, "api", "build.failed", null, "late", 1_000L);

    assertThat(tale.only().state()).isEqualTo(IncidentState.RESOLVED);
  }

  @Test
  void joinsWhatIsOpen() {
    tale.at(0, "api", "build.failed", null);
    tale.at(10, "api", "build.failed", null, "late", 1_000L);

    assertThat(tale.only().severity()).isEqualTo(Severity.HIGH);
    assertThat(tale.file().docket().findings())
        .anyMatch(finding -> finding.rule().equals("build-failed") && finding.tally().total() == 2);
  }
}
