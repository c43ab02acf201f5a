package io.stormdrain.notifier.incident;

import static org.assertj.core.api.Assertions.assertThat;

import io.stormdrain.notifier.threshold.Severity;
import io.stormdrain.notifier.threshold.ShippedRules;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is said of a release after ten minutes, and after an hour. */
final class ReleaseWatchTest {

  private static final String RULE = "release-verdict";

  private final Tale tale = new Tale(ShippedRules.rules());

  @Test
  void aReleaseThatIsWellIsSaidToBeHealthyAfterTenMinutesAndAfterAnHour() {
    release(0, "v7");
    tale.at(27, "web.1", "process.up", "web.1").requests(30, 5, 0, 20).calm(590);
    assertThat(verdicts()).isEmpty();

    tale.calm(600);
    assertThat(only().title())
        .isEqualTo(
            "v7 of shop is healthy after 10 min: up after 27 s, first request answered within 40 s, no restarts after a death");
    assertThat(only().severity()).isEqualTo(Severity.INFO);
    assertThat(only().openedAt()).isEqualTo(Tale.START);

    tale.calm(3_600);
    assertThat(only().title()).startsWith("v7 of shop is healthy after 1 h: up after 27 s");
    assertThat(only().state()).isEqualTo(IncidentState.RESOLVED);
    assertThat(only().cause()).isEqualTo(ResolveCause.JUDGED);
    assertThat(reasons()).containsExactly(Reason.OPENED, Reason.RESOLVED);
  }

  @Test
  void aReleaseThatDiesIsInTroubleAndTheWayBackIsNamed() {
    release(-5_000, "v6");
    tale.at(-4_990, "web.1", "process.up", "web.1");
    release(0, "v7");
    tale.boot(5, "bs4").boot(30, "bs4").calm(600);

    assertThat(latest().title())
        .startsWith("v7 of shop is in trouble after 10 min: ")
        .contains("bs4");
    assertThat(steps()).anyMatch(step -> step.contains("`heroku rollback v6 --app shop`"));
    assertThat(tale.only().type()).isEqualTo("missing-module");
    assertThat(tale.messages()).containsExactly(Reason.OPENED);
  }

  @Test
  void aReleaseThatRefusesAllThatIsAskedIsInTrouble() {
    release(0, "v7");
    tale.at(27, "web.1", "process.up", "web.1").requests(30, 0, 3, 20).calm(600);
    assertThat(only().title())
        .isEqualTo("v7 of shop is in trouble after 10 min: up, but no request was answered well");
  }

  @Test
  void aReleaseOfWhichNothingIsSeenIsNotCalledHealthy() {
    release(0, "v7");
    tale.calm(600);
    assertThat(only().title())
        .isEqualTo("v7 of shop was not seen to start after 10 min: no process came up");
  }

  @Test
  void theVerdictOfAnHourKnowsWhatCameSince() {
    release(0, "v7");
    tale.at(27, "web.1", "process.up", "web.1").calm(600);
    assertThat(only().title()).contains("healthy");
    tale.boot(3_000, "bs4").boot(3_100, "bs4").calm(3_600);
    assertThat(only().title()).startsWith("v7 of shop is in trouble after 1 h");
  }

  @Test
  void aReleaseThatIsReplacedBeforeTenMinutesIsNotJudged() {
    release(0, "v7");
    release(599, "v8");
    tale.at(610, "web.1", "process.up", "web.1").calm(1_199);
    assertThat(only().title()).startsWith("v8 of shop is healthy");
  }

  @Test
  void aReleaseThatIsReplacedWithinTheHourIsWatchedNoLonger() {
    release(0, "v7");
    tale.at(27, "web.1", "process.up", "web.1").calm(700);
    release(1_000, "v8");
    assertThat(only().cause()).isEqualTo(ResolveCause.SUPERSEDED);
    tale.calm(3_700);
    assertThat(verdicts()).extracting(Incident::key).containsExactly("v7", "v8");
  }

  @Test
  void aReleaseThatIsToldTwiceIsJudgedOnce() {
    release(0, "v7");
    release(0, "v7");
    tale.at(27, "web.1", "process.up", "web.1").calm(600).calm(4_000);
    release(0, "v7");
    tale.calm(9_000);
    assertThat(reasons()).containsExactly(Reason.OPENED, Reason.RESOLVED);
  }

  @Test
  void anAppThatSaysNothingMoreIsJudgedByTheClockOnTheWall() {
    release(0, "v7");
    tale.at(27, "web.1", "process.up", "web.1");
    tale.wall(599);
    assertThat(verdicts()).isEmpty();
    tale.wall(600);
    assertThat(only().title()).contains("healthy after 10 min");
    tale.wall(3_600);
    assertThat(only().title()).contains("healthy after 1 h");
    assertThat(only().state()).isEqualTo(IncidentState.RESOLVED);
  }

  @Test
  void whatWasNotHeardYetMaySpeakForIt() {
    release(0, "v7");
    tale.file().tick(Tale.START.plusSeconds(700), Tale.START.plusSeconds(300));
    assertThat(verdicts()).isEmpty();
  }

  @Test
  void whereReleasesHaveNoNamesADeploymentThatGoesLiveIsOne() {
    tale.at(0, "", "deploy.live", "69eec518");
    tale.at(40, "", "deploy.live", "").requests(20, 5, 0, 20).calm(600);
    assertThat(only().title())
        .startsWith("69eec518 of shop is healthy after 10 min: live, first request answered");
  }

  private void release(double second, String version) {
    tale.at(second, "api", "release.created", version);
  }

  private List<Incident> verdicts() {
    return tale.file().docket().incidents().stream()
        .filter(incident -> incident.type().equals(RULE))
        .toList();
  }

  private Incident only() {
    assertThat(verdicts()).hasSize(1);
    return verdicts().getFirst();
  }

  private Incident latest() {
    return verdicts().getLast();
  }

  private List<String> steps() {
    return tale.file().docket().members(latest().id()).getFirst().remediation();
  }

  private List<Reason> reasons() {
    return tale.file().docket().transitions().stream()
        .filter(
            transition -> verdicts().stream().anyMatch(v -> v.id().equals(transition.incident())))
        .map(Transition::reason)
        .toList();
  }
}
