package io.stormdrain.notifier.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.stormdrain.engines.browser.Browser;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What keeps people from using a page, as axe-core finds it: contrast, names, roles, order. */
final class Barriers {

  private static final String SCRIPT = script();

  private Barriers() {}

  /** Those of the page that is open, in words; of those that matter. */
  static List<String> of(Browser browser) {
    browser.evaluate(SCRIPT);
    List<String> found = new ArrayList<>();
    for (JsonNode barrier :
        browser.promised("axe.run({resultTypes: ['violations']}).then(r => r.violations)")) {
      for (JsonNode node : barrier.path("nodes")) {
        found.add(
            "%s, %s: %s %s"
                .formatted(
                    barrier.path("impact").asText(),
                    barrier.path("id").asText(),
                    node.path("html").asText(),
                    node.path("failureSummary").asText()));
      }
    }
    return found;
  }

  private static String script() {
    try (InputStream in = Barriers.class.getResourceAsStream("/axe.min.js")) {
      return new String(Objects.requireNonNull(in, "axe.min.js").readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
