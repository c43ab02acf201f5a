package io.stormdrain.notifier.incident;

import static org.assertj.core.api.Assertions.assertThat;

import io.stormdrain.notifier.process.Release;
import io.stormdrain.notifier.threshold.ShippedRules;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What is said of releases. */
final class DeployWatchTest {

  private final Tale tale = new Tale(ShippedRules.rules());

  @Test
  void aReleaseThatComesUpAndStaysWellIsHealthyAfterTheTimeAskedFor() {
    release(0, "v7");
    tale.at(20, "web.1", "process.starting", "web.1").at(27, "web.1", "process.up", "web.1");
    assertThat(verdict(27 + 599)).isEqualTo(DeployWatch.Verdict.WATCHING);
    assertThat(verdict(27 + 600)).isEqualTo(DeployWatch.Verdict.HEALTHY);
    assertThat(latest().upAt()).isEqualTo(Tale.START.plusSeconds(27));
  }

  @Test
  void aReleaseThatCrashesIsTroubledAndTheFirstTroubleIsNamed() {
    release(0, "v7");
    tale.boot(5, "bs4").boot(30, "bs4");
    assertThat(verdict(60)).isEqualTo(DeployWatch.Verdict.TROUBLED);
    assertThat(DeployWatch.troubles(latest(), null, tale.incidents()).getFirst().type())
        .isEqualTo("missing-module");
    assertThat(latest().deaths()).isEqualTo(2);
  }

  @Test
  void aReleaseIsNoSuspectOfItsOwnMaking() {
    release(0, "v7");

    assertThat(tale.file().docket().incidents())
        .singleElement()
        .satisfies(made -> {
          assertThat(made.type()).isEqualTo("deploy-succeeded");
          assertThat(made.suspect()).isNull();
        });
  }

  @Test
  void troubleOfTheReleaseBeforeIsNotItsOwn() {
    tale.boot(-100, "bs4").boot(-80, "bs4");
    release(0, "v7");
    tale.at(27, "web.1", "process.up", "web.1");
    assertThat(verdict(627)).isEqualTo(DeployWatch.Verdict.HEALTHY);
  }

  @Test
  void oldTroubleThatComesBackUnderItIsItsOwn() {
    tale.boot(-700, "bs4").boot(-680, "bs4");
    tale.at(-600, "web.1", "process.up", "web.1").calm(-200);
    assertThat(tale.only().state()).isEqualTo(IncidentState.RESOLVED);
    release(0, "v7");
    tale.boot(5, "bs4");
    assertThat(tale.incidents()).hasSize(1);
    assertThat(verdict(60)).isEqualTo(DeployWatch.Verdict.TROUBLED);
  }

  @Test
  void whereProcessesOnlyDieTheTroubleThatGoesOnIsItsOwn() {
    tale.boot(-100, "bs4").boot(-80, "bs4");
    release(0, "v7");
    tale.boot(5, "bs4");
    assertThat(verdict(60)).isEqualTo(DeployWatch.Verdict.TROUBLED);
  }

  @Test
  void afterTroubleThatIsOverItHasToBeWellForAsLongAgain() {
    release(0, "v7");
    tale.boot(5, "bs4").boot(30, "bs4");
    tale.at(60, "web.1", "process.up", "web.1").calm(400);
    Incident over = tale.only();
    assertThat(over.state()).isEqualTo(IncidentState.RESOLVED);
    long resolved =
        Duration.between(Tale.START, Objects.requireNonNull(over.resolvedAt())).toSeconds();
    assertThat(verdict(resolved + 599)).isEqualTo(DeployWatch.Verdict.WATCHING);
    assertThat(verdict(resolved + 600)).isEqualTo(DeployWatch.Verdict.HEALTHY);
  }

  @Test
  void ofWhatNothingWasSeenNothingIsSaid() {
    release(0, "v7");
    assertThat(verdict(599)).isEqualTo(DeployWatch.Verdict.WATCHING);
    assertThat(verdict(600)).isEqualTo(DeployWatch.Verdict.UNSEEN);
  }

  @Test
  void aReleaseThatWasReplacedTooSoonIsNotJudged() {
    release(0, "v7");
    tale.at(27, "web.1", "process.up", "web.1");
    release(100, "v8");
    List<Release> releases = tale.file().story().releases();
    assertThat(
            DeployWatch.of(
                releases.getFirst(),
                releases.getLast().at(),
                tale.incidents(),
                Tale.START.plusSeconds(10_000),
                Duration.ofMinutes(10)))
        .isEqualTo(DeployWatch.Verdict.SUPERSEDED);
  }

  private void release(double second, String version) {
    tale.at(second, "api", "release.created", version);
  }

  private Release latest() {
    return tale.file().story().releases().getLast();
  }

  private DeployWatch.Verdict verdict(long second) {
    return DeployWatch.of(
        latest(), null, tale.incidents(), Tale.START.plusSeconds(second), Duration.ofMinutes(10));
  }
}
