package io.stormdrain.ingest.door;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.stormdrain.engines.Engines;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of what senders say. */
@QuarkusTest
@WithTestResource(DoorResource.class)
class DrainLinesTest {
  private static final String SOURCE = "odd";
  private static final String LOGPLEX = "User-Agent: Logplex/v72";
  private static final String DRAIN = "Logplex-Drain-Token: d.fc6b856b-3332-4546-93de-7d0ee272c3bd";

  @Inject MeterRegistry registry;

  private Topic topic;
  private DrainSocket drain;
  private Meters meters;

  @BeforeEach
  void open() throws IOException {
    topic = new Topic(Engines.kafka(), SOURCE);
    drain = new DrainSocket();
    meters = new Meters(registry);
  }

  @AfterEach
  void close() throws IOException {
    drain.close();
    topic.close();
  }

  @Test
  void aFrameThatIsSentAgainHasTheSameNames() throws IOException {
    String frame = "Logplex-Frame-Id: 09C557EAFCFB6CF2740EE62F62971098";
    byte[] body = Bodies.of("one", "two");
    post(body, LOGPLEX, frame);
    post(body, LOGPLEX, frame);

    assertThat(topic.take(4))
        .extracting(line -> line.header("frame"))
        .containsExactly(
            "09C557EAFCFB6CF2740EE62F62971098#0",
            "09C557EAFCFB6CF2740EE62F62971098#1",
            "09C557EAFCFB6CF2740EE62F62971098#0",
            "09C557EAFCFB6CF2740EE62F62971098#1");
  }

  @Test
  void aFrameThatGainedALossReportHasTheSameNames() throws IOException {
    byte[] lines = Bodies.of("one", "two");
    byte[] report = Bodies.fixture("b-after-loss-2023");
    byte[] first = Arrays.copyOf(report, 160);
    byte[] gained = new byte[first.length + lines.length];
    System.arraycopy(first, 0, gained, 0, first.length);
    System.arraycopy(lines, 0, gained, first.length, lines.length);
    post(lines, LOGPLEX, DRAIN, "Logplex-Frame-Id: AB");
    post(gained, LOGPLEX, DRAIN, "Logplex-Frame-Id: AB");

    assertThat(topic.take(5))
        .extracting(line -> line.header("frame"))
        .containsExactly("AB#0", "AB#1", "AB#2", "AB#0", "AB#1");
    assertThat(meters.moved()).containsEntry("lines.lost", 1);
  }

  @Test
  void logShuttlesRequestIdNamesItsFrame() throws IOException {
    byte[] body = Bodies.fixture("e-log-shuttle");
    drain.postChunked(
        SOURCE,
        body,
        100,
        "User-Agent: log-shuttle/0.22.0 (go1.x; linux; amd64; gc)",
        "Logplex-Lost-Count: 111",
        "Logplex-Msg-Count: 2",
        "X-Request-Id: 6f1f7a0e-6d0c-4f0c-9f65-0c9a3f3a2b11");

    List<Topic.Line> lines = topic.take(2);
    assertThat(lines).extracting(Topic.Line::text).element(1).isEqualTo("Hello World");
    assertThat(lines.getLast().header("flags")).contains("gap-before");
    assertThat(lines.getLast().header("frame")).isEqualTo("6f1f7a0e-6d0c-4f0c-9f65-0c9a3f3a2b11#1");
    assertThat(meters.moved())
        .isEqualTo(
            Map.of(
                "lines.received", 2,
                "lines.published", 2,
                "lines.lost", 111,
                "requests published", 1));
  }

  @Test
  void herokusApiIsAnsweredAndHungUpOn() throws IOException {
    byte[] line =
        "<134>1 2026-03-01T10:00:01+00:00 host app api - Release v43 created by user a@b.c\n"
            .getBytes(UTF_8);
    byte[] body = (line.length + " " + new String(line, UTF_8)).getBytes(UTF_8);
    post(body, "User-Agent: excon/0.76.0", "Connection: close", "Logplex-Msg-Count: 1");

    Topic.Line read = topic.take(1).getFirst();
    assertThat(read.text()).isEqualTo("Release v43 created by user a@b.c");
    assertThat(read.headers()).containsEntry("origin", "platform").doesNotContainKey("frame");
    assertThat(drain.isClosedByService()).isTrue();
  }

  @Test
  void aWrongCountIsCountedAndForgiven() throws IOException {
    post(Bodies.of("one"), LOGPLEX, "Logplex-Msg-Count: 2");
    post(Bodies.of("one"), LOGPLEX, "Logplex-Msg-Count: many");
    post(Bodies.of("one"), LOGPLEX);

    topic.take(3);
    assertThat(meters.moved())
        .isEqualTo(
            Map.of(
                "lines.received", 3,
                "lines.published", 3,
                "requests published", 3,
                "bodies.miscounted", 2));
  }

  @Test
  void aTraceIsPassedOnToEveryLine() throws IOException {
    String trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    post(Bodies.of("one", "two"), LOGPLEX, "traceparent: " + trace);

    assertThat(topic.take(2))
        .extracting(line -> line.header("traceparent"))
        .containsExactly(trace, trace);
  }

  @Test
  void brokenBodiesAreTakenAndAccountedFor() throws IOException {
    String[] fixtures = {
      "a-ordinary",
      "b-after-loss",
      "c-odd-but-valid",
      "d-long-line",
      "f-syslog-drain",
      "g-count-too-large-at-end",
      "g-count-too-large",
      "g-count-into-next-frame",
      "g-count-too-small",
      "g-trailing-garbage",
      "g-count-zero",
      "g-count-leading-zeros",
      "g-count-of-eleven-digits",
      "g-missing-space",
      "g-newline-between",
      "g-no-framing",
      "g-plain-text",
      "g-bad-time-in-one",
      "g-bad-priority-in-one",
      "g-missing-fields-in-one",
      "g-no-message",
      "g-nul-and-cr",
      "g-not-utf8",
      "g-empty"
    };
    for (String fixture : fixtures) {
      post(Bodies.fixture(fixture), LOGPLEX, DRAIN);
    }

    assertAllPublished(fixtures.length);
  }

  @Test
  void damagedBodiesAreTakenAndAccountedFor() throws IOException {
    Random random = new Random(42);
    for (int i = 0; i < 300; i++) {
      byte[] body = Bodies.of("one", "№ 2", "three " + "x".repeat(random.nextInt(200)));
      for (int damage = 0; damage < 1 + random.nextInt(8); damage++) {
        body[random.nextInt(body.length)] = (byte) random.nextInt(256);
      }
      post(body, LOGPLEX, DRAIN, "Logplex-Msg-Count: 3");
    }

    assertAllPublished(300);
  }

  @Test
  void whatIsLoggedHoldsNeitherTokensNorLines() throws IOException {
    try (LogCapture log = new LogCapture()) {
      post("unframed-payload".getBytes(ISO_8859_1), LOGPLEX, DRAIN, "Logplex-Msg-Count: 7");
      drain.post("", Bodies.of("one"), "Authorization: Bearer wrong-token-0123456789");

      assertThat(log.text())
          .contains("request turned away reason=unknown-token")
          .doesNotContain("wrong-token", DoorResource.token(SOURCE), "unframed-payload");
    }
  }

  private void post(byte[] body, String... headers) throws IOException {
    DrainSocket.Answered answered = drain.post(SOURCE, body, headers);
    assertThat(answered.status()).isEqualTo(204);
  }

  private void assertAllPublished(int requests) {
    Map<String, Integer> moved = meters.moved();
    assertThat(moved).containsEntry("requests published", requests);
    assertThat(moved.get("lines.published")).isEqualTo(moved.get("lines.received"));
    assertThat(moved.keySet()).noneMatch(name -> name.startsWith("lines.refused"));
    topic.take(moved.getOrDefault("lines.received", 0));
  }
}
