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
      Map.of(
          "sources-file", "STORMDRAIN_SOURCES_FILE",
          "deadline", "4S",
          "body-time", "15S",
          "max-body", "10M",
          "max-inflation", "200",
          "max-in-flight", "24M",
          "redact-emails", "false",
          "redact-addresses", "false",
          "trace-ratio", "0");

  @Test
  void namesAndDefaultsStayWhatTheyAre() {
    Map<String, String> found = new TreeMap<>();
    for (Method setting : IngestConfig.class.getDeclaredMethods()) {
      String name = setting.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
      WithDefault value = setting.getAnnotation(WithDefault.class);
      found.put(name, value == null ? "STORMDRAIN_SOURCES_FILE" : value.value());
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
