package io.stormdrain.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.WithDefault;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Operators have written these names into files: they are pinned, and so are the defaults. */
class IngestConfigTest {
  private static final Map<String, String> PINNED =
      Map.ofEntries(
          Map.entry("sources-file", "STORMDRAIN_SOURCES_FILE"),
          Map.entry("token-key", "STORMDRAIN_TOKEN_KEY"),
          Map.entry("admin-token", "STORMDRAIN_ADMIN_TOKEN"),
          Map.entry("deadline", "4S"),
          Map.entry("body-time", "15S"),
          Map.entry("max-body", "10M"),
          Map.entry("max-inflation", "200"),
          Map.entry("max-in-flight", "24M"),
          Map.entry("max-in-flight-per-source", "12M"),
          Map.entry("lines-per-second", "10000"),
          Map.entry("quota-burst", "30S"),
          Map.entry("spool-dir", "STORMDRAIN_SPOOL_DIR"),
          Map.entry("spool-limit", "1G"),
          Map.entry("spool-after", "2S"),
          Map.entry("redact-emails", "false"),
          Map.entry("redact-addresses", "false"),
          Map.entry("request-time", "30S"),
          Map.entry("http-connections-per-address", "500"),
          Map.entry("render-token", "STORMDRAIN_RENDER_TOKEN"),
          Map.entry("render-api", "https://api.render.com"),
          Map.entry("trace-ratio", "0"),
          Map.entry("syslog-port", "none"),
          Map.entry("syslog-tls-port", "none"),
          Map.entry("syslog-idle", "15M"),
          Map.entry("syslog-connections", "1000"),
          Map.entry("syslog-connections-per-address", "100"));

  @Test
  void namesAndDefaultsStayWhatTheyAre() {
    Map<String, String> found = new TreeMap<>();
    for (Method setting : IngestConfig.class.getDeclaredMethods()) {
      String name = setting.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
      WithDefault value = setting.getAnnotation(WithDefault.class);
      found.put(name, value == null ? PINNED.get(name) : value.value());
    }

    assertThat(found).isEqualTo(PINNED);
  }

  @Test
  void theReadmeNamesEachWithItsDefault() throws IOException {
    Path root = Path.of(System.getProperty("stormdrain.root"));
    String readme = Files.readString(root.resolve("ingest-service/README.md"));

    PINNED.forEach((name, value) ->
        assertThat(readme).contains("| `stormdrain.ingest." + name + "` | `" + value + "` |"));
  }
}
