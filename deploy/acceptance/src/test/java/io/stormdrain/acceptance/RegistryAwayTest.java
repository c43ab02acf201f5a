package io.stormdrain.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.stormdrain.engines.Database;
import io.stormdrain.engines.Engines;
import io.stormdrain.engines.Ports;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A door whose sources stand in PostgreSQL, and that starts again while PostgreSQL is away. */
final class RegistryAwayTest {

  private static final String ADMIN = "admin-token-0123456789-0123456789";
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int NO_CONTENT = 204;

  @TempDir private Path folder;

  private final HttpClient http = HttpClient.newHttpClient();

  @Test
  void aDoorThatStartsWithoutItsDatabaseKnowsTheSourcesOfBefore() throws Exception {
    Path log = folder.resolve("ingest.log");
    Service door = new Service("ingest", Ports.free(1).getFirst(), log, environment());
    door.start();
    try {
      door.awaitReady();
      String token = added(door, "shop");
      Path copy = folder.resolve("spool").resolve("registry");
      Await.until("a copy of the registry", PATIENCE, () -> Files.exists(copy), door::log);
      Await.until("the token is known", PATIENCE, () -> sent(door, token) == NO_CONTENT, door::log);

      Engines.killPostgres();
      try {
        door.kill();
        door.start();
        door.awaitReady();

        assertThat(sent(door, token)).isEqualTo(NO_CONTENT);
        assertThat(sent(door, "sdt_nobodys-token-0123456789-0123456789-012")).isEqualTo(401);
        assertThat(door.get("/q/health/ready")).contains("\"from-copy\"");
      } finally {
        Engines.restartPostgres();
      }

      door.await("/q/health/ready", "\"in-force\"");
      String later = added(door, "blog");
      Await.until("the later one", PATIENCE, () -> sent(door, later) == NO_CONTENT, door::log);
      assertThat(Files.readString(log)).doesNotContain(token, later);
      assertThat(new String(Files.readAllBytes(copy), UTF_8)).doesNotContain(token, "shop");
    } finally {
      door.stop();
    }
  }

  private Map<String, String> environment() {
    Database database = Engines.database("registry_away");
    Map<String, String> environment = new TreeMap<>();
    environment.put("KAFKA_BOOTSTRAP_SERVERS", Engines.kafka());
    environment.put("STORMDRAIN_SPOOL_DIR", folder.resolve("spool").toString());
    environment.put("STORMDRAIN_TOKEN_KEY", "0123456789abcdef0123456789abcdef");
    environment.put("STORMDRAIN_ADMIN_TOKEN", ADMIN);
    environment.put("QUARKUS_DATASOURCE_JDBC_URL", database.jdbcUrl());
    environment.put("QUARKUS_DATASOURCE_USERNAME", database.user());
    environment.put("QUARKUS_DATASOURCE_PASSWORD", database.password().reveal());
    return environment;
  }

  /** Its token. */
  private String added(Service door, String app) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(door.at("/api/v1/sources"))
            .header("Authorization", "Bearer " + ADMIN)
            .header("Content-Type", "application/json")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "{\"app\":\"%s\",\"platform\":\"heroku\"}".formatted(app)))
            .build();
    HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return new ObjectMapper().readTree(answer.body()).path("token").asText();
  }

  private int sent(Service door, String token) {
    String line = "<190>1 %s host app web.1 - one\n".formatted(Instant.now());
    HttpRequest request =
        HttpRequest.newBuilder(door.at("/logplex"))
            .header("Authorization", "Bearer " + token)
            .POST(HttpRequest.BodyPublishers.ofString(line.length() + " " + line))
            .build();
    try {
      return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    } catch (IOException e) {
      return 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 0;
    }
  }
}
