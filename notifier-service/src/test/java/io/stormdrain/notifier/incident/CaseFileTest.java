package io.stormdrain.notifier.incident;

import static org.assertj.core.api.Assertions.assertThat;

import io.stormdrain.notifier.threshold.AlertRules;
import io.stormdrain.notifier.threshold.Severity;
import io.stormdrain.notifier.threshold.ShippedRules;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the shipped rules make of an app's story. */
final class CaseFileTest {

  private static final AlertRules RULES = ShippedRules.rules();

  private final Tale tale = new Tale(RULES);

  @Test
  void aMissingModuleItsExitsItsLoopAndItsErrorPagesAreOneIncident() {
    tale.boot(0, "bs4");
    tale.at(6, "router", "request.crashed", "H10");
    tale.boot(20, "bs4");
    tale.boot(80, "bs4");
    tale.at(85, "router", "request.crashed", "H10");
    Incident incident = tale.only();
    assertThat(incident.type()).isEqualTo("missing-module");
    assertThat(incident.title()).isEqualTo("web.1 cannot start: module bs4 is missing");
    assertThat(incident.severity()).isEqualTo(Severity.CRITICAL);
    assertThat(tale.messages()).containsExactly(Reason.OPENED);
    assertThat(tale.file().docket().members(incident.id()))
        .filteredOn(Finding::isLive)
        .extracting(Finding::rule)
        .containsExactlyInAnyOrder("missing-module", "crash-loop", "app-crashed-request");
  }

  @Test
  void anEffectThatIsSeenFirstGivesWayToItsCause() {
    tale.at(0, "router", "request.crashed", "H10");
    tale.at(1, "web.1", "module.missing", "typer");
    assertThat(tale.only().type()).isEqualTo("missing-module");
    assertThat(tale.reasons()).containsExactly(Reason.OPENED, Reason.CAUSE_FOUND);
  }

  @Test
  void whatWasPendingIsTheCauseWhenTheProcessDiesOfIt() {
    tale.at(
        0, "web.1", "exception.raised", "KeyError", "fingerprint", "f1", "exception", "KeyError");
    tale.boot(1, null);
    tale.boot(20, null);
    assertThat(tale.only().type()).isEqualTo("unhandled-exception");
    assertThat(tale.messages()).containsExactly(Reason.OPENED);
  }

  @Test
  void aCrashThatBecomesALoopIsRaisedInItsIncident() {
    tale.at(0, "web.1", "process.crashed", "web.1", "from", "starting").calm(600);
    assertThat(tale.only().type()).isEqualTo("app-crash");
    tale.at(1_200, "web.1", "process.restarting", "web.1", "from", "crashed");
    tale.at(1_220, "web.1", "process.crashed", "web.1", "from", "starting");
    assertThat(tale.only().type()).isEqualTo("repeated-crash");
    tale.at(4_800, "web.1", "process.restarting", "web.1", "from", "crashed");
    tale.at(4_820, "web.1", "process.crashed", "web.1", "from", "starting");
    assertThat(tale.only().type()).isEqualTo("crash-loop");
    assertThat(tale.messages()).containsExactly(Reason.OPENED, Reason.RAISED);
  }

  @Test
  void aStormIsLowAtTenMediumAtTwentyAndOverWhenSatisfied() {
    tale.at(0, "web.1", "process.starting", "web.1");
    install(1, 9);
    assertThat(tale.incidents()).isEmpty();
    install(10, 10);
    assertThat(tale.only().severity()).isEqualTo(Severity.LOW);
    install(11, 20);
    assertThat(tale.only().severity()).isEqualTo(Severity.MEDIUM);
    install(21, 29);
    tale.at(30, "web.1", "dependency.satisfied", null);
    assertThat(tale.only().state()).isEqualTo(IncidentState.RESOLVED);
    assertThat(tale.messages()).containsExactly(Reason.OPENED, Reason.RAISED, Reason.RESOLVED);
    assertThat(tale.file().docket().members(tale.only().id()).getFirst().subjects()).hasSize(29);
  }

  @Test
  void theNextBootOfTheSameReleaseIsNoNewStorm() {
    tale.at(-100, "api", "release.created", "v1").at(0, "web.1", "process.starting", "web.1");
    install(1, 29);
    tale.at(30, "web.1", "dependency.satisfied", null);
    for (int day = 1; day < 4; day++) {
      tale.at(day * 86_400, "web.1", "process.starting", "web.1");
      for (int i = 1; i <= 29; i++) {
        tale.at(day * 86_400 + i, "web.1", "dependency.missing", "module" + i);
      }
      tale.at(day * 86_400 + 30, "web.1", "dependency.satisfied", null);
    }
    assertThat(tale.incidents()).hasSize(1);
    assertThat(tale.messages()).containsExactly(Reason.OPENED, Reason.RAISED, Reason.RESOLVED);
    assertThat(tale.reasons()).filteredOn(r -> r == Reason.SEEN_AGAIN).hasSize(3);
  }

  @Test
  void theNextReleaseIsANewStorm() {
    tale.at(-100, "api", "release.created", "v1").at(0, "web.1", "process.starting", "web.1");
    install(1, 29);
    tale.at(30, "web.1", "dependency.satisfied", null);
    tale.at(90_000, "api", "release.created", "v2")
        .at(90_001, "web.1", "process.starting", "web.1");
    for (int i = 1; i <= 10; i++) {
      tale.at(90_001 + i, "web.1", "dependency.missing", "module" + i);
    }
    assertThat(tale.incidents()).hasSize(2);
  }

  @Test
  void memoryIsMediumAtOnceHighWhenItLastsAndCriticalWhenItKills() {
    tale.at(0, "web.1", "memory.quota", "R14 web.1", "percent", 103L);
    assertThat(tale.only().severity()).isEqualTo(Severity.MEDIUM);
    for (int i = 1; i <= 14; i++) {
      tale.at(i * 21, "web.1", "memory.quota", "R14 web.1", "percent", 103L);
    }
    assertThat(tale.only().severity()).isEqualTo(Severity.MEDIUM);
    tale.at(15 * 21, "web.1", "memory.quota", "R14 web.1", "percent", 110L);
    assertThat(tale.only().severity()).isEqualTo(Severity.HIGH);
    tale.at(330, "web.1", "memory.exceeded", "R15 web.1", "percent", 210L);
    assertThat(tale.only().severity()).isEqualTo(Severity.CRITICAL);
    assertThat(tale.only().type()).isEqualTo("memory-exceeded");
    assertThat(tale.messages()).containsExactly(Reason.OPENED, Reason.RAISED, Reason.RAISED);
  }

  @Test
  void aPauseEndsTheStreakThatMakesMemoryHigh() {
    for (int i = 0; i < 30; i++) {
      tale.at(i * 121, "web.1", "memory.quota", "R14 web.1");
    }
    assertThat(tale.only().severity()).isEqualTo(Severity.MEDIUM);
  }

  @Test
  void theReleaseBeforeTheFirstOccurrenceIsSuspectWithItsGrade() {
    tale.at(-1_000, "api", "deploy.made", "8c456a46").at(-999, "api", "release.created", "v41");
    tale.at(-60, "api", "deploy.made", "0badc0de").at(-60, "api", "release.created", "v42");
    tale.boot(0, "bs4");
    assertThat(tale.only().suspect())
        .isEqualTo(
            new Suspect(
                "v42", Tale.START.minusSeconds(60), "Deploy 0badc0de", Suspect.Grade.STRONG));
  }

  @Test
  void aReleaseOfYesterdayIsNoSuspect() {
    tale.at(-90_000, "api", "release.created", "v41");
    tale.boot(0, "bs4");
    assertThat(tale.only().suspect()).isNull();
  }

  @Test
  void anAcknowledgementIsKeptAndGoesOnlyOnce() {
    tale.boot(0, "bs4");
    Instant now = Tale.START.plus(Duration.ofMinutes(1));
    assertThat(tale.file().handling().acknowledge(tale.only().id(), "kim", now)).isTrue();
    assertThat(tale.file().handling().acknowledge(tale.only().id(), "lee", now)).isFalse();
    assertThat(tale.only().state()).isEqualTo(IncidentState.ACKNOWLEDGED);
    assertThat(tale.only().acknowledgedBy()).isEqualTo("kim");
  }

  @Test
  void transitionsAreNumberedWithoutGaps() {
    tale.boot(10, "bs4");
    tale.at(15, "router", "request.crashed", "H10");
    tale.at(70, "web.1", "process.up", "web.1").calm(400);
    assertThat(tale.file().docket().transitions())
        .extracting(Transition::seq)
        .containsExactlyElementsOf(
            IntStream.rangeClosed(1, tale.file().docket().transitions().size()).boxed().toList());
  }

  @Test
  void twoProcessTypesAreTwoTroubles() {
    tale.at(0, "web.1", "module.missing", "bs4").at(1, "worker.1", "module.missing", "bs4");
    assertThat(tale.incidents()).hasSize(2);
  }

  private void install(int from, int to) {
    for (int i = from; i <= to; i++) {
      tale.at(i, "web.1", "dependency.missing", "module" + i);
    }
  }
}
