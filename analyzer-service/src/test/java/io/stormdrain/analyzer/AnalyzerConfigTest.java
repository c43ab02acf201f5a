package io.stormdrain.analyzer;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.WithDefault;
import java.lang.reflect.Method;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Operators have written these names into files: they are pinned, and so are the defaults. */
final class AnalyzerConfigTest {

  private static final Map<String, String> PINNED =
      Map.ofEntries(
          Map.entry("lines", "log-lines"),
          Map.entry("signals", "signals"),
          Map.entry("parked", "parked"),
          Map.entry("group", "analyzer"),
          Map.entry("instance", "${HOSTNAME:analyzer}"),
          Map.entry("threads", "1"),
          Map.entry("vitals-every", "10s"),
          Map.entry("commit-every", "1s"),
          Map.entry("session-timeout", "6s"),
          Map.entry("signatures-dir", "${STORMDRAIN_SIGNATURES_DIR:}"),
          Map.entry("admin-token", "${STORMDRAIN_ADMIN_TOKEN:}"),
          Map.entry("signatures-every", "5s"));

  @Test
  void namesAndDefaultsStayWhatTheyAre() {
    Map<String, String> found = new TreeMap<>();
    for (Method setting : AnalyzerConfig.class.getDeclaredMethods()) {
      String name = setting.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
      found.put(name, Objects.requireNonNull(setting.getAnnotation(WithDefault.class)).value());
    }

    assertThat(found).isEqualTo(PINNED);
  }

  @Test
  void theReadmeNamesEachWithItsDefault() {
    String readme = Readme.text();

    PINNED.forEach((name, value) ->
        assertThat(readme).contains("| `stormdrain.analyzer." + name + "` | `" + value + "` |"));
  }
}
