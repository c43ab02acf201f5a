package io.stormdrain.ingest.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.stormdrain.engines.Engines;
import io.stormdrain.ingest.line.KafkaLink;
import io.stormdrain.ingest.spool.SpoolCounts;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The broker is killed, and senders do not notice. */
@QuarkusTest
@WithTestResource(SpoolResource.class)
class SpoolOutageTest {
  private static final String SOURCE = SpoolResource.SOURCE;

  @Inject MeterRegistry registry;
  @Inject KafkaLink kafka;
  @Inject Fallback fallback;

  private boolean away;

  @AfterEach
  void bringKafkaBack() throws Exception {
    if (away) {
      Engines.restartKafka();
      away = false;
    }
    Service.await(() -> counts().bytes() == 0);
  }

  private void killKafka() {
    Engines.killKafka();
    away = true;
  }

  @Test
  void linesAreAcknowledgedWhileKafkaIsAwayAndReachItInOrder() throws Exception {
    Service.await(() -> kafka.health().isReachable());
    Meters meters = new Meters(registry);
    List<String> expected = new ArrayList<>();
    try (Topic topic = new Topic(Engines.kafka(), SOURCE);
        DrainSocket drain = new DrainSocket()) {
      killKafka();
      for (int i = 0; i < 50; i++) {
        assertThat(post(drain, i).status()).as("request %d", i).isEqualTo(204);
        expected.add("frame-%d#0 one of %d".formatted(i, i));
        expected.add("frame-%d#1 two of %d".formatted(i, i));
      }
      Service.await("/q/health/ready", 200);
      assertThat(Service.get("/q/health/ready").body())
          .contains("\"cause\": \"unreachable\"", "\"state\": \"waiting\"");
      assertThat(counts().waiting()).isEqualTo(100);
      assertThat(meters.moved())
          .isEqualTo(Map.of("lines.received", 100, "lines.spooled", 100, "requests published", 50));

      Engines.restartKafka();
      away = false;
      Service.await(() -> counts().waiting() == 0);

      List<String> lines =
          topic.takeAll().stream().map(line -> line.header("frame") + " " + line.text()).toList();
      assertThat(lines.stream().distinct()).containsExactlyElementsOf(expected);
      assertThat(counts().written() + counts().recovered()).isEqualTo(counts().drained());
    }
  }

  @Test
  void afterAnOutageLinesGoStraightToKafkaAgain() throws Exception {
    Service.await(() -> kafka.health().isReachable());
    Meters meters = new Meters(registry);
    try (DrainSocket drain = new DrainSocket()) {
      assertThat(post(drain, 1).status()).isEqualTo(204);
    }

    assertThat(meters.moved())
        .isEqualTo(Map.of("lines.received", 2, "lines.published", 2, "requests published", 1));
  }

  @Test
  void aFullSpoolIsA503ThatIsCounted() throws Exception {
    Service.await(() -> kafka.health().isReachable());
    byte[] large = Bodies.large(900_000);
    Meters meters = new Meters(registry);
    try (DrainSocket drain = new DrainSocket()) {
      killKafka();
      assertThat(drain.post(SOURCE, large).status()).isEqualTo(204);
      assertThat(drain.post(SOURCE, large).status()).isEqualTo(204);
      assertThat(drain.post(SOURCE, large).status()).isEqualTo(503);
    }
    Map<String, Integer> moved = meters.moved();
    assertThat(moved.getOrDefault("lines.refused spool-full", 0)).isPositive();
    assertThat(moved.getOrDefault("lines.received", 0))
        .isEqualTo(
            moved.getOrDefault("lines.spooled", 0)
                + moved.getOrDefault("lines.refused spool-full", 0));
    Service.await("/q/health/ready", 503);
    assertThat(Service.get("/q/health/ready").body()).contains("\"state\": \"full\"");
  }

  private static DrainSocket.Answered post(DrainSocket drain, int number) throws Exception {
    byte[] body = Bodies.of("one of " + number, "two of " + number);
    return drain.post(SOURCE, body, "Logplex-Frame-Id: frame-" + number);
  }

  private SpoolCounts counts() {
    return Objects.requireNonNull(fallback.spool(), "no spool").counts();
  }
}
