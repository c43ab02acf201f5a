package io.stormdrain.notifier.incident;

import static org.assertj.core.api.Assertions.assertThat;

import io.stormdrain.notifier.threshold.Severity;
import io.stormdrain.notifier.threshold.ShippedRules;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What people do with incidents, and what comes and goes. */
final class HandlingTest {

  private final Tale tale = new Tale(ShippedRules.rules());

  @Test
  void whatSomebodyClosesIsOverAtOnce() {
    crash(0);
    assertThat(tale.file().handling().resolve(tale.only().id(), "kim", "restarted", now()))
        .isTrue();
    assertThat(tale.only().state()).isEqualTo(IncidentState.RESOLVED);
    assertThat(tale.only().cause()).isEqualTo(ResolveCause.MANUAL);
    assertThat(tale.file().docket().members(tale.only().id())).noneMatch(Finding::isLive);
    assertThat(tale.file().handling().resolve(tale.only().id(), "lee", "", now())).isFalse();
  }

  @Test
  void whatWasFixedAndComesBackIsARegressionWithTheOldNote() {
    constraint(0);
    fix(null);
    constraint(30 * 3_600);
    assertThat(tale.incidents()).hasSize(1);
    assertThat(tale.only().state()).isEqualTo(IncidentState.OPEN);
    assertThat(tale.only().severity()).isEqualTo(Severity.HIGH);
    assertThat(tale.reasons()).endsWith(Reason.RESOLVED, Reason.REGRESSED);
    assertThat(tale.file().docket().transitions().getLast().detail())
        .isEqualTo("fixed by kim: one signal handler only");
  }

  @Test
  void untilTheFixIsReleasedTheOldTroubleIsKnown() {
    tale.at(-60, "api", "release.created", "v41");
    constraint(0);
    fix("v42");
    constraint(3_600);
    assertThat(tale.only().state()).isEqualTo(IncidentState.RESOLVED);
    assertThat(tale.reasons()).endsWith(Reason.SEEN_AGAIN);
    tale.at(7_200, "api", "release.created", "v42");
    constraint(7_260);
    assertThat(tale.only().state()).isEqualTo(IncidentState.OPEN);
    assertThat(tale.reasons()).endsWith(Reason.REGRESSED);
  }

  @Test
  void aNoteChangesNothingElse() {
    crash(0);
    IncidentState before = tale.only().state();
    assertThat(tale.file().handling().note(tale.only().id(), "kim", "looking", now())).isTrue();
    assertThat(tale.only().state()).isEqualTo(before);
    assertThat(tale.reasons()).endsWith(Reason.NOTED);
  }

  @Test
  void whatComesAndGoesIsToldOnceUntilItStaysAway() {
    for (int i = 0; i < 6; i++) {
      crash(i * 420);
      up(i * 420 + 30);
      tale.calm(i * 420 + 400);
    }
    assertThat(tale.incidents()).hasSize(1);
    assertThat(tale.messages()).filteredOn(r -> r == Reason.FLAPPING).hasSize(1);
    assertThat(tale.messages()).filteredOn(r -> r == Reason.RESOLVED).hasSize(3);
    assertThat(tale.only().state()).isNotEqualTo(IncidentState.RESOLVED);
    tale.calm(5 * 420 + 30 + 3_700);
    assertThat(tale.only().state()).isEqualTo(IncidentState.RESOLVED);
    assertThat(tale.messages()).filteredOn(r -> r == Reason.RESOLVED).hasSize(4);
  }

  /** Dies twice in a row, which is a trouble at once. */
  private void crash(double second) {
    tale.boot(second, null).boot(second + 10, null);
  }

  private void up(double second) {
    tale.at(second, "web.1", "process.up", "web.1");
  }

  private void constraint(double second) {
    tale.at(second, "web.1", "constraint.violated", "api_profile.user_id");
  }

  private void fix(@Nullable String release) {
    assertThat(
            tale.file()
                .handling()
                .fix(tale.only().id(), "kim", "one signal handler only", release, now()))
        .isTrue();
  }

  private static Instant now() {
    return Tale.START.plusSeconds(60);
  }
}
