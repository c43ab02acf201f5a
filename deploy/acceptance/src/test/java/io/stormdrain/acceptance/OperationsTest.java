package io.stormdrain.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.stormdrain.acceptance.deploy.Query;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What operators look at, against the services as they run. */
final class OperationsTest {

  private static final Pattern SAMPLE =
      Pattern.compile("(?m)^(?<name>\\w+)(?:\\{(?<labels>.*)})? ");
  private static final Pattern LABEL = Pattern.compile("(\\w+)=\"");
  private static final Path ROOT = Path.of(System.getProperty("stormdrain.root"));

  private final Stage stage = Stage.shared();

  @Test
  void rulesAndDashboardsAskForMetricsThatThereAre() {
    // Some are there from the first delivery on.
    stage
        .play(
            "operations-metrics",
            "0s app[web.1]: ImportError: Pandas requires version '3.1.0' or newer of 'openpyxl' (version '3.0.10' currently installed).")
        .toTheEnd();
    Map<String, Set<String>> exported = exported();

    for (Query query : Query.all()) {
      for (Query.Asked asked : query.metrics()) {
        assertThat(exported).as(query.where()).containsKey(asked.metric());
        assertThat(exported.get(asked.metric()))
            .as("labels of %s in %s", asked.metric(), query.where())
            .containsAll(asked.labels());
      }
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

  /** Names of all samples of the three services, with the labels that any of them has. */
  private Map<String, Set<String>> exported() {
    Map<String, Set<String>> exported = new HashMap<>();
    for (Service service : Arrays.asList(stage.ingest, stage.analyzer, stage.notifier)) {
      Matcher sample = SAMPLE.matcher(service.get("/q/metrics"));
      while (sample.find()) {
        Set<String> labels =
            exported.computeIfAbsent(sample.group("name"), name -> new TreeSet<>());
        String given = sample.group("labels");
        LABEL
            .matcher(given == null ? "" : given)
            .results()
            .map(found -> found.group(1))
            .forEach(labels::add);
      }
    }
    return exported;
  }
}
