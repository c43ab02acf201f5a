package io.stormdrain.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.stormdrain.acceptance.deploy.Query;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What operators look at, against the services as they run. */
final class OperationsTest {

  private static final Path ROOT = Path.of(System.getProperty("stormdrain.root"));

  /** Values that begin when something happens that does not happen here. */
  private static final Set<String> SELDOM = Set.of("dead");

  private final Stage stage = Stage.shared();

  @Test
  void rulesAndDashboardsAskForMetricsThatThereAre() {
    // Some are there from the first delivery on.
    stage
        .play(
            "operations-metrics",
            "0s app[web.1]: ImportError: Pandas requires version '3.1.0' or newer of 'openpyxl' (version '3.0.10' currently installed).")
        .toTheEnd();
    Exposition exported = Exposition.of(stage.ingest, stage.analyzer, stage.notifier);

    for (Query query : Query.all()) {
      for (Query.Asked asked : query.metrics()) {
        assertThat(exported.has(asked.metric())).as("%s in %s", asked.metric(), query).isTrue();
        asked
            .labels()
            .forEach((label, values) ->
                assertThat(exported.values(asked.metric(), label))
                    .as("%s of %s in %s", label, asked.metric(), query.where())
                    .isNotEmpty()
                    .containsAll(values.stream().filter(v -> !SELDOM.contains(v)).toList()));
      }
    }
  }

  @Test
  void logsHoldNeitherLinesNorSecrets() throws Exception {
    stage.play("operations-logs", "0s app[web.1]: ImportError: the-very-line of an app").toTheEnd();

    for (String service : List.of("ingest", "analyzer", "notifier")) {
      assertThat(Path.of("target", "stage", "stage-" + service + ".log"))
          .content()
          .isNotBlank()
          .doesNotContain(
              "the-very-line", "token-0123456789", "xoxb-stage-token", stage.slack.webhook());
    }
  }

  @Test
  void theContainersHealthCheckSeesWhatIsReady() throws Exception {
    for (Service service : List.of(stage.ingest, stage.analyzer, stage.notifier)) {
      assertThat(healthcheck(service.at("/").getPort())).isZero();
    }
    assertThat(healthcheck(1)).isNotZero();
  }

  private static int healthcheck(int port) throws Exception {
    ProcessBuilder check =
        new ProcessBuilder("bash", ROOT.resolve("deploy/docker/healthcheck").toString());
    check.environment().put("SERVICE", "ingest");
    check.environment().put("QUARKUS_HTTP_PORT", Integer.toString(port));
    check.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
    return check.start().waitFor();
  }
}
