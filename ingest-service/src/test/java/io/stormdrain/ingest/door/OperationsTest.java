package io.stormdrain.ingest.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(DoorResource.class)
class OperationsTest {
  private static final Pattern TYPE =
      Pattern.compile("# TYPE stormdrain_ingest_(\\w+) (counter|gauge|histogram)");
  private static final Pattern ROW = Pattern.compile("(?m)^\\| `(\\w+)` \\| [^|]*\\| [^|]*\\|$");

  @Test
  void theReadmesTableOfMetricsIsComplete() throws Exception {
    Set<String> served = new TreeSet<>();
    Matcher type = TYPE.matcher(Service.get("/q/metrics").body());
    while (type.find()) {
      boolean counter = type.group(2).equals("counter");
      served.add(type.group(1) + (counter ? "_total" : ""));
    }
    served.remove("request_duration_seconds_max");

    Path root = Path.of(System.getProperty("stormdrain.root"));
    String readme = Files.readString(root.resolve("ingest-service/README.md"));
    Set<String> explained = new TreeSet<>();
    Matcher row = ROW.matcher(readme.substring(readme.indexOf("### Metrics")));
    while (row.find()) {
      explained.add(row.group(1));
    }

    assertThat(explained).isEqualTo(served);
  }

  @Test
  void aSourceThatNeverSentIsThereWithZeros() throws Exception {
    assertThat(Service.get("/q/metrics").body())
        .contains(
            "stormdrain_ingest_lines_received_total{source=\"late\"} 0.0",
            "stormdrain_ingest_lines_refused_total{reason=\"kafka-silent\",source=\"late\"} 0.0",
            "stormdrain_ingest_requests_total{answer=\"unknown-token\",source=\"-\"}");
  }

  @Test
  void noMetricIsNamedAfterAPath() throws Exception {
    try (DrainSocket drain = new DrainSocket()) {
      drain.send(DrainSocket.head("POST /logplex/" + DoorResource.token("tokens"), "", 0));
      assertThat(drain.answer().status()).isEqualTo(204);
    }

    assertThat(Service.get("/q/metrics").body()).doesNotContain("token-of");
  }

  @Test
  void healthTellsWhatItKnows() throws Exception {
    assertThat(Service.await("/q/health/ready", 200).body())
        .contains("\"cause\": \"reachable\"", "\"file\": \"in force\"");
    assertThat(Service.get("/q/health/live").statusCode()).isEqualTo(200);
  }

  @Test
  void idleConnectionsAreKeptLongerThanLogplexKeepsThem() {
    Duration idle =
        ConfigProvider.getConfig().getValue("quarkus.http.idle-timeout", Duration.class);

    assertThat(idle).isGreaterThanOrEqualTo(Duration.ofMinutes(10));
  }

  @Test
  void theDoorIsDescribed() throws Exception {
    assertThat(Service.get("/q/openapi?format=json").body())
        .contains("\"/logplex\"", "\"/logplex/{token}\"", "Logplex-Frame-Id");
  }
}
