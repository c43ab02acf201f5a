package io.stormdrain.ingest.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.stormdrain.engines.Engines;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Sources of 10 lines a second, and 20 at once. */
@QuarkusTest
@WithTestResource(
    value = DoorResource.class,
    initArgs = {
      @ResourceArg(name = "quota", value = "10"),
      @ResourceArg(name = "tls", value = "yes"),
      @ResourceArg(name = "syslog", value = "yes")
    })
class QuotaDoorTest {
  @Inject MeterRegistry registry;

  @Test
  void whatComesAboveItIsTurnedAwayCountedAndToldAndOthersAreServed() throws Exception {
    try (Topic topic = new Topic(Engines.kafka(), "bodies");
        DrainSocket drain = new DrainSocket()) {
      Meters meters = new Meters(registry);
      assertThat(drain.post("bodies", lines(500)).status()).isEqualTo(204);

      DrainSocket.Answered shed = drain.post("bodies", lines(3));

      assertThat(shed.status()).isEqualTo(429);
      assertThat(shed.headers()).containsEntry("retry-after", "1");
      assertThat(drain.post("gzip", lines(1)).status()).isEqualTo(204);
      List<Topic.Line> published = topic.take(501);
      assertThat(published.getLast().text())
          .startsWith("event=lines.shed source=bodies lost=3 since=")
          .endsWith("limit=10");
      assertThat(published.getLast().header("event.name")).isEqualTo("lines.shed");
      Service.await(() -> meters.moved().getOrDefault("lines.published", 0) == 502);
      assertThat(meters.moved())
          .isEqualTo(
              Map.of(
                  "lines.received", 505,
                  "lines.published", 502,
                  "lines.refused quota", 3,
                  "requests published", 2,
                  "requests quota", 1));
    }
  }

  @Test
  void webhooksAreLetInAlsoThen() throws Exception {
    try (DrainSocket drain = new DrainSocket()) {
      drain.post("hooks", lines(500));
    }
    assertThat(Sending.to("/ingest/json").from("hooks").post("text/plain", "one").statusCode())
        .isEqualTo(429);
    assertThat(Sending.to("/ci/shop").from("hooks").post("text/plain", "built").statusCode())
        .isEqualTo(200);
  }

  @Test
  void linesOfSyslogAreDroppedAndCounted() throws Exception {
    try (DrainSocket drain = new DrainSocket()) {
      drain.post("syslog", lines(500));
    }
    Meters meters = new Meters(registry);

    try (SyslogSocket socket = SyslogSocket.tcp()) {
      socket.send(DoorResource.token("syslog") + " <13>1 - host app web.1 - - hello\n");

      Service.await(() -> meters.moved().containsKey("lines.refused quota"));
    }
  }

  private static byte[] lines(int count) {
    String[] lines = new String[count];
    Arrays.fill(lines, "hello");
    return Bodies.of(lines);
  }
}
