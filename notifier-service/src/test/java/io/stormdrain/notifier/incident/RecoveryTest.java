package io.stormdrain.notifier.incident;

import static org.assertj.core.api.Assertions.assertThat;

import io.stormdrain.notifier.threshold.Severity;
import io.stormdrain.notifier.threshold.ShippedRules;
import org.junit.jupiter.api.Test;

/** How troubles end, and how they come back. */
final class RecoveryTest {

  private final Tale tale = new Tale(ShippedRules.rules());

  @Test
  void itRecoversWhenItIsUpForLongEnough() {
    tale.boot(0, "bs4");
    tale.at(60, "web.1", "process.starting", "web.1");
    tale.at(70, "web.1", "process.up", "web.1");
    assertThat(tale.only().state()).isEqualTo(IncidentState.RECOVERING);
    tale.calm(70 + 179);
    assertThat(tale.only().state()).isEqualTo(IncidentState.RECOVERING);
    tale.calm(70 + 180);
    assertThat(tale.only().state()).isEqualTo(IncidentState.RESOLVED);
    assertThat(tale.only().cause()).isEqualTo(ResolveCause.RECOVERED);
    assertThat(tale.only().resolvedAt()).isEqualTo(Tale.START.plusSeconds(250));
  }

  @Test
  void aDeathWhileItRecoversIsARelapseAndNoNewIncident() {
    tale.boot(0, "bs4");
    tale.at(60, "web.1", "process.starting", "web.1").at(70, "web.1", "process.up", "web.1");
    tale.boot(100, "bs4");
    tale.calm(600);
    assertThat(tale.only().state()).isEqualTo(IncidentState.OPEN);
    assertThat(tale.reasons()).contains(Reason.RECOVERING, Reason.RELAPSED);
    assertThat(tale.messages()).containsExactly(Reason.OPENED);
  }

  @Test
  void whatComesBackWithinHalfAnHourIsTheSameIncident() {
    tale.boot(0, "bs4");
    tale.at(70, "web.1", "process.up", "web.1").calm(300);
    tale.boot(300 + 1_700, "bs4");
    assertThat(tale.incidents()).hasSize(1);
    assertThat(tale.messages()).containsExactly(Reason.OPENED, Reason.RESOLVED, Reason.REOPENED);
  }

  @Test
  void whatComesBackLaterIsANewIncident() {
    tale.boot(0, "bs4");
    tale.at(70, "web.1", "process.up", "web.1").calm(300);
    tale.boot(250 + 1_801, "bs4");
    assertThat(tale.incidents()).hasSize(2);
    assertThat(tale.messages()).containsExactly(Reason.OPENED, Reason.RESOLVED, Reason.OPENED);
  }

  @Test
  void quietOnlyCountsWhileTheAppGoesOnTalking() {
    tale.at(0, "web.1", "memory.quota", "R14 web.1");
    tale.wall(100_000);
    assertThat(tale.only().state()).isEqualTo(IncidentState.OPEN);
    tale.calm(600);
    assertThat(tale.only().cause()).isEqualTo(ResolveCause.QUIET);
  }

  @Test
  void oneCrashThatTheRestartCuresIsNeverTold() {
    tale.at(0, "web.1", "process.crashed", "web.1", "from", "up");
    tale.at(5, "web.1", "process.starting", "web.1");
    tale.at(20, "web.1", "process.up", "web.1");
    tale.calm(600).wall(4_000);
    assertThat(tale.incidents()).isEmpty();
  }

  @Test
  void oneCrashThatIsNotCuredIsToldAfterNinetySeconds() {
    tale.at(0, "web.1", "process.crashed", "web.1", "from", "up");
    tale.wall(89.9);
    assertThat(tale.incidents()).isEmpty();
    tale.wall(90);
    assertThat(tale.only().type()).isEqualTo("app-crash");
    assertThat(tale.only().severity()).isEqualTo(Severity.HIGH);
  }
}
