package io.stormdrain.notifier.incident;

import static org.assertj.core.api.Assertions.assertThat;

import io.stormdrain.notifier.threshold.ShippedRules;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Deployments that fail one after the other, each for another reason. */
final class FailedDeploysTest {

  private static final List<String> MODULES = List.of("psutil", "jwt", "ftfy", "typer");

  private final Tale tale = new Tale(ShippedRules.rules());

  @Test
  void eachIsAnIncidentThatNamesAllCausesSinceTheLastGoodOne() {
    tale.at(0, "", "deploy.live", "good1");
    for (int deploy = 0; deploy < 6; deploy++) {
      double at = 3_600 * (deploy + 1);
      tale.at(at - 60, "web.1", "module.missing", MODULES.get(deploy % 4));
      tale.at(at, "", "deploy.failed", "bad" + deploy);
    }
    Finding last = finding("bad5");
    assertThat(Titles.of(ShippedRules.rules().find("deploy-failed"), last, "shop"))
        .isEqualTo(
            "The deployment of shop failed: 4 different causes in 6 deploys; last good deploy good1");
    assertThat(last.remediation())
        .contains(
            "Mend all of these before the next deployment: missing-module psutil; missing-module jwt; missing-module ftfy; missing-module typer",
            "The last deployment that was good is good1: start from it");
  }

  @Test
  void theNextOneThatFailsTakesThePlaceOfTheOneBefore() {
    tale.at(0, "", "deploy.failed", "bad0").at(600, "", "deploy.failed", "bad1");
    assertThat(tale.incidents()).extracting(Incident::key).containsExactly("bad0", "bad1");
    assertThat(tale.incidents().getFirst().cause()).isEqualTo(ResolveCause.SUPERSEDED);
    assertThat(tale.incidents().getLast().title())
        .isEqualTo("The deployment of shop failed: 2 deploys in a row");
  }

  @Test
  void aLogAndAWebhookThatTellOfOneFailureTellOfOne() {
    tale.at(0, "", "deploy.failed", "bad0").at(20, "web.1", "deploy.failed", "");
    assertThat(tale.only().title()).isEqualTo("The deployment of shop failed");
  }

  @Test
  void whatWentWrongBeforeTheLastGoodOneIsNoLongerACause() {
    tale.at(0, "web.1", "module.missing", "psutil").at(60, "", "deploy.failed", "bad0");
    tale.at(600, "", "deploy.live", "good1");
    tale.at(1_000, "web.1", "module.missing", "jwt").at(1_060, "", "deploy.failed", "bad1");
    assertThat(finding("bad1").captures()).containsEntry("causes", 1L).containsEntry("deploys", 1L);
  }

  @Test
  void aDeploymentThatGoesLiveEndsIt() {
    tale.at(0, "", "deploy.failed", "bad0").at(600, "", "deploy.live", "good1");
    assertThat(tale.only().state()).isEqualTo(IncidentState.RESOLVED);
    assertThat(tale.only().cause()).isEqualTo(ResolveCause.RECOVERED);
  }

  private Finding finding(String deploy) {
    return tale.file().docket().findings().stream()
        .filter(finding -> finding.rule().equals("deploy-failed"))
        .filter(finding -> finding.key().equals(deploy))
        .findFirst()
        .orElseThrow();
  }
}
