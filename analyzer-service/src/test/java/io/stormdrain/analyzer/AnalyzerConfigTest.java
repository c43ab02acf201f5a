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
      Map.of(
          "lines", "log-lines",
          "signals", "signals",
          "parked", "parked",
          "group", "analyzer",
          "instance", "${HOSTNAME:analyzer}",
          "threads", "1",
          "vitals-every", "10s",
          "commit-every", "1s",
          "session-timeout", "6s");

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
