package io.stormdrain.ingest.door;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.stormdrain.engines.Database;
import io.stormdrain.engines.Engines;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A real broker, a file of sources, and limits that tests can reach. */
public final class DoorResource implements QuarkusTestResourceLifecycleManager {
  /** Sources, each with a token of its own, so that tests do not see each other's lines. */
  static final List<String> SOURCES =
      List.of(
          "answers", "tokens", "bodies", "gzip", "limits", "odd", "senders", "outage", "frames",
          "broken", "tls", "late", "secrets", "otlp", "json", "hooks", "ci", "syslog", "bulk",
          "loki", "hec");

  private static final List<String> OTHERS =
      List.of("otlp", "json", "hooks", "ci", "syslog", "bulk", "loki", "hec");

  static final Path FILE = Path.of("target", "test-sources.yaml");

  /** What lets into the API. */
  public static final String ADMIN = "admin-token-0123456789-0123456789";

  /** What its platform would sign with. */
  static String secret(String source) {
    return "secret-of-" + source;
  }

  static String token(String source) {
    return "token-of-" + source + "-0123456789";
  }

  private boolean kafkaAway;
  private boolean tls;
  private boolean syslog;
  private boolean registry;
  private boolean limits;
  private String quota = "0";
  private boolean registryAway;

  @Override
  public void init(Map<String, String> arguments) {
    kafkaAway = arguments.containsKey("kafka-away");
    tls = arguments.containsKey("tls");
    syslog = arguments.containsKey("syslog");
    quota = arguments.getOrDefault("quota", quota);
    limits = arguments.containsKey("limits");
    registry = arguments.containsKey("registry");
    registryAway = arguments.containsKey("registry-away");
  }

  @Override
  public Map<String, String> start() {
    writeSources(SOURCES);
    Map<String, String> settings = new HashMap<>();
    settings.put(
        "kafka.bootstrap.servers",
        kafkaAway ? "127.0.0.1:" + Forwarder.freePort() : Engines.kafka());
    if (tls) {
      Certificate.named("first").write();
      settings.putAll(Certificate.settings(Forwarder.freePort()));
    }
    if (syslog) {
      settings.put("stormdrain.ingest.syslog-port", String.valueOf(Forwarder.freePort()));
      settings.put("stormdrain.ingest.syslog-tls-port", String.valueOf(Forwarder.freePort()));
      settings.put("stormdrain.ingest.syslog-connections-per-address", "5");
      settings.put("stormdrain.ingest.syslog-idle", "3S");
    }
    if (limits) {
      settings.put("stormdrain.ingest.request-time", "3S");
      settings.put("stormdrain.ingest.http-connections-per-address", "8");
      settings.put("quarkus.http.idle-timeout", "6S");
    }
    if (registry || registryAway) {
      settings.putAll(registrySettings());
    }
    settings.put("stormdrain.sources.file", FILE.toString());
    settings.put("stormdrain.ingest.lines-per-second", quota);
    settings.put("stormdrain.ingest.quota-burst", "2S");
    settings.put("stormdrain.ingest.render-api", RenderServer.start());
    settings.put("stormdrain.ingest.render-token", RenderServer.KEY);
    settings.put("stormdrain.ingest.body-time", "2S");
    settings.put("stormdrain.ingest.max-in-flight", "14M");
    settings.put("quarkus.http.test-port", "0");
    return settings;
  }

  private Map<String, String> registrySettings() {
    Database database = registryAway ? null : Engines.database("ingest_api");
    String url = "jdbc:postgresql://127.0.0.1:" + Forwarder.freePort() + "/none";
    return Map.of(
        "quarkus.datasource.jdbc.url", database == null ? url : database.jdbcUrl(),
        "quarkus.datasource.username", database == null ? "nobody" : database.user(),
        "quarkus.datasource.password", database == null ? "" : database.password().reveal(),
        "stormdrain.ingest.token-key", "0123456789abcdef0123456789abcdef",
        "stormdrain.ingest.admin-token", ADMIN);
  }

  static void writeSources(List<String> ids) {
    writeSources(FILE, ids);
  }

  static void writeSources(Path file, List<String> ids) {
    StringBuilder yaml = new StringBuilder("sources:\n");
    for (String id : ids) {
      yaml.append(
          "  - {id: %s, app: %s, platform: %s, tokens: [%s], secrets: [%s]}\n"
              .formatted(id, id, OTHERS.contains(id) ? "other" : "heroku", token(id), secret(id)));
    }
    write(file, yaml.toString());
  }

  static void write(String yaml) {
    write(FILE, yaml);
  }

  /** At once, so that nobody reads half a file. */
  private static void write(Path file, String yaml) {
    try {
      Path written = Files.writeString(file.resolveSibling(file.getFileName() + ".new"), yaml);
      Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void stop() {
    // The broker ends with the JVM.
  }
}
