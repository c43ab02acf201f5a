package io.stormdrain.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.stormdrain.engines.Database;
import io.stormdrain.engines.Engines;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Services that start while there is no Kafka live, wait, and say for what, in JSON if asked. */
final class WithoutKafkaTest {

  private static final Duration PATIENCE = Duration.ofSeconds(90);

  /** As orchestrators wait for an answer, at most. */
  private static final Duration PROBE = Duration.ofSeconds(5);

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SECRET = "dont-tell-0123456789";

  /** Nobody listens there. */
  private static final String NOWHERE = "127.0.0.1:1";

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "ingest, unreachable",
    "analyzer, Timeout expired after 8000ms while awaiting InitProducerId",
    "notifier, no-kafka"
  })
  void itLivesAndSaysWhatItWaitsFor(String name, String cause) throws Exception {
    Path log = folder.resolve(name + ".log");
    Service service = new Service(name, freePort(), log, environment(name));
    service.start();
    try {
      Await.until(
          name + " says why it is not ready",
          PATIENCE,
          () -> service.get("/q/health/ready").contains('"' + cause + '"'),
          () -> service.get("/q/health/ready") + service.log());

      Instant asked = Instant.now();
      String ready = service.get("/q/health/ready");
      assertThat(Duration.between(asked, Instant.now())).isLessThan(PROBE);
      assertThat(ready).startsWith("{\n    \"status\": \"DOWN\"");
      assertThat(service.get("/q/health/live")).startsWith("{\n    \"status\": \"UP\"");
      assertThat(service.get("/q/metrics") + service.get("/q/health")).doesNotContain(SECRET);
    } finally {
      service.stop();
    }
    for (String line : Files.readAllLines(log)) {
      assertThat(JSON.readTree(line).path("message").asText()).as(line).isNotBlank();
      assertThat(line).doesNotContain(SECRET).doesNotContain("NetworkClient");
    }
  }

  private Map<String, String> environment(String name) throws IOException {
    Map<String, String> environment = new TreeMap<>();
    environment.put("KAFKA_BOOTSTRAP_SERVERS", NOWHERE);
    environment.put("STORMDRAIN_LOG_JSON", "true");
    switch (name) {
      case "ingest" -> environment.put("STORMDRAIN_SOURCES_FILE", sources().toString());
      case "notifier" -> environment.putAll(receivers());
      default -> {
        // The analyzer keeps no secret.
      }
    }
    return environment;
  }

  private Path sources() throws IOException {
    return Files.writeString(
        folder.resolve("sources.yaml"),
        "sources: [{id: shop, app: shop, platform: heroku, tokens: [\"%s\"]}]\n".formatted(SECRET));
  }

  private static Map<String, String> receivers() {
    Database database = Engines.database("without_kafka");
    return Map.of(
        "QUARKUS_DATASOURCE_JDBC_URL",
        database.jdbcUrl(),
        "QUARKUS_DATASOURCE_USERNAME",
        database.user(),
        "QUARKUS_DATASOURCE_PASSWORD",
        database.password().reveal(),
        "SLACK_WEBHOOK_URL",
        "http://" + NOWHERE + "/" + SECRET,
        // Incomplete, so that somebody says what is missing.
        "SMTP_USER",
        "crew",
        "SMTP_PASSWORD",
        SECRET,
        "STORMDRAIN_API_TOKEN",
        SECRET);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
