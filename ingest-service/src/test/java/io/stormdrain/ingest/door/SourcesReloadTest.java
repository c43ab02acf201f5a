package io.stormdrain.ingest.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The sources file changes under the running service. */
@QuarkusTest
@WithTestResource(DoorResource.class)
class SourcesReloadTest {
  @Inject MeterRegistry registry;

  @AfterEach
  void restore() {
    DoorResource.writeSources(DoorResource.SOURCES);
    Service.await(() -> status("newcomer") == 401);
  }

  @Test
  void aNewSourceIsKnownWithoutARestart() {
    assertThat(status("newcomer")).isEqualTo(401);
    List<String> more = new ArrayList<>(DoorResource.SOURCES);
    more.add("newcomer");

    DoorResource.writeSources(more);

    Service.await(() -> status("newcomer") == 204);
    assertThat(registry.get("stormdrain.ingest.sources").gauge().value()).isEqualTo(more.size());
  }

  @Test
  void aBadFileChangesNothingAndSaysWhy() throws IOException {
    Meters meters = new Meters(registry);
    try (LogCapture log = new LogCapture()) {
      DoorResource.write("sources:\n  - {id: shop, tokens: [short]}\n");

      Service.await(() -> meters.moved().containsKey("sources.reloads refused"));
      Service.await(() -> log.text().contains("sources file refused"));

      assertThat(log.text())
          .contains("sources file refused, those before it stay")
          .contains("test-sources.yaml:2: 'app' is missing");
      assertThat(meters.moved()).isEqualTo(Map.of("sources.reloads refused", 1));
      assertThat(status("tokens")).isEqualTo(204);
    }
  }

  private static int status(String source) {
    try (DrainSocket drain = new DrainSocket()) {
      return drain.post(source, Bodies.of("one")).status();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
