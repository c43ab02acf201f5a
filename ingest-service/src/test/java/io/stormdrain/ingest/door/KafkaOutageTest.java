package io.stormdrain.ingest.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.stormdrain.engines.Engines;
import io.stormdrain.ingest.door.DrainSocket.Answered;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The broker is killed as by {@code kill -9}, and comes back. */
@QuarkusTest
@WithTestResource(DoorResource.class)
class KafkaOutageTest {
  private static final String SOURCE = "outage";
  private static final String FRAME = "Logplex-Frame-Id: 09C557EAFCFB6CF2740EE62F62971098";

  @Inject MeterRegistry registry;

  private boolean away;

  @AfterEach
  void bringKafkaBack() throws Exception {
    if (away) {
      Engines.restartKafka();
      away = false;
    }
    Service.await("/q/health/ready", 200);
  }

  @Test
  void whileKafkaIsAwayARequestIsHeldAndThenToBeSentAgain() throws Exception {
    Service.await("/q/health/ready", 200);
    Meters meters = new Meters(registry);
    try (DrainSocket drain = new DrainSocket()) {
      Engines.killKafka();
      away = true;
      long began = System.nanoTime();

      Answered answered = drain.post(SOURCE, Bodies.of("one", "two"), FRAME);

      long millis = (System.nanoTime() - began) / 1_000_000;
      assertThat(answered.status()).isEqualTo(503);
      assertThat(answered.headers()).containsEntry("retry-after", "1");
      assertThat(millis).isBetween(3_900L, 5_500L);
      assertThat(meters.moved())
          .isEqualTo(
              Map.of(
                  "lines.received", 2,
                  "lines.refused kafka-silent", 2,
                  "requests kafka-silent", 1));
    }
    HttpResponse<String> ready = Service.await("/q/health/ready", 503);
    assertThat(ready.body()).contains("\"cause\": \"unreachable\"");
    assertThat(Service.get("/q/health/live").statusCode()).isEqualTo(200);
    assertThat(registry.get("stormdrain.ingest.kafka.reachable").gauge().value()).isZero();
  }

  @Test
  void whatWasAcknowledgedAroundAKillIsThereAndNothingElseTwice() throws Exception {
    Service.await("/q/health/ready", 200);
    try (Topic topic = new Topic(Engines.kafka(), SOURCE);
        DrainSocket drain = new DrainSocket()) {
      byte[] body = Bodies.of("one", "two", "three");
      Engines.killKafka();
      CompletableFuture<Void> restart = CompletableFuture.runAsync(Engines::restartKafka);

      int attempts = 0;
      int status = 503;
      while (status == 503 && attempts < 5) {
        status = drain.post(SOURCE, body, FRAME).status();
        attempts++;
      }
      restart.join();

      assertThat(status).isEqualTo(204);
      List<Topic.Line> lines = topic.takeAll();
      assertThat(lines.stream().map(line -> line.header("frame") + " " + line.text()).distinct())
          .as("after %d attempts", attempts)
          .containsExactlyInAnyOrder(
              "09C557EAFCFB6CF2740EE62F62971098#0 one",
              "09C557EAFCFB6CF2740EE62F62971098#1 two",
              "09C557EAFCFB6CF2740EE62F62971098#2 three");
      assertThat(lines).hasSizeLessThanOrEqualTo(3 * attempts);
    }
  }
}
