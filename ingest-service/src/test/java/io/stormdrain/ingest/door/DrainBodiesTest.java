package io.stormdrain.ingest.door;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.stormdrain.engines.Engines;
import io.stormdrain.ingest.door.DrainSocket.Answered;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(DoorResource.class)
class DrainBodiesTest {
  private static final String SOURCE = "bodies";

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
  void aChunkedBodyIsTakenHoweverItIsCut() throws IOException {
    Answered answered = drain.postChunked(SOURCE, Bodies.of("one", "№ 2 ✓", "three"), 7);

    assertThat(answered.status()).isEqualTo(204);
    assertTexts("one", "№ 2 ✓", "three");
  }

  @Test
  void aGzipBodyIsTaken() throws IOException {
    byte[] body = GunzipTest.gzip(Bodies.of("one", "two"));

    assertThat(drain.post(SOURCE, body, "Content-Encoding: gzip").status()).isEqualTo(204);
    assertThat(drain.postChunked(SOURCE, body, 10, "Content-Encoding: gzip").status())
        .isEqualTo(204);

    assertTexts("one", "two", "one", "two");
  }

  @Test
  void aGzipBombIsCutWithoutHarm() throws IOException {
    byte[] bomb = GunzipTest.gzip(new byte[40_000_000]);
    long began = System.nanoTime();

    assertThat(drain.post(SOURCE, bomb, "Content-Encoding: gzip").status()).isEqualTo(204);

    assertThat(System.nanoTime() - began).isLessThan(3_000_000_000L);
    int pieces = Math.ceilDiv(Math.min(200 * bomb.length, 10 * 1024 * 1024), 65_536);
    assertThat(meters.moved())
        .containsEntry("bodies.cut inflation", 1)
        .containsEntry("lines.published", pieces);
    topic.take(pieces);
  }

  @Test
  void aBrokenGzipBodyGivesWhatItHolds() throws IOException {
    byte[] random = new byte[8_000];
    new Random(1).nextBytes(random);
    byte[] whole = GunzipTest.gzip(Bodies.of("one", "two", Arrays.toString(random)));
    byte[] broken = Arrays.copyOf(whole, whole.length / 2);

    assertThat(drain.post(SOURCE, broken, "Content-Encoding: gzip").status()).isEqualTo(204);

    List<Topic.Line> lines = topic.take(3);
    assertThat(lines).extracting(Topic.Line::text).startsWith("one", "two");
    assertThat(lines.getLast().header("flags")).contains("raw");
    assertThat(meters.moved()).containsEntry("bodies.cut corrupt", 1);
  }

  @Test
  void anEncodingThatCannotBeReadIsRefused() throws IOException {
    Answered answered = drain.post(SOURCE, Bodies.of("one"), "Content-Encoding: br");

    assertThat(answered.status()).isEqualTo(415);
    assertThat(answered.body()).contains("gzip");
    assertThat(meters.moved()).isEqualTo(Map.of("requests encoding", 1));
  }

  @Test
  void aBodyOfTheLargestSizeIsTakenWhole() throws IOException {
    byte[] body = Bodies.large(10 * 1024 * 1024);

    assertThat(drain.post(SOURCE, body).status()).isEqualTo(204);

    int lines = body.length / Bodies.frame("x".repeat(2_000)).length;
    assertThat(meters.moved())
        .isEqualTo(
            Map.of("lines.received", lines, "lines.published", lines, "requests published", 1));
    topic.take(lines);
  }

  @Test
  void aLargerBodyIsTakenUpToTheLimit() throws IOException {
    byte[] body = Bodies.large(11 * 1024 * 1024);

    assertThat(drain.post(SOURCE, body).status()).isEqualTo(204);

    int frame = Bodies.frame("x".repeat(2_000)).length;
    int whole = 10 * 1024 * 1024 / frame;
    assertThat(meters.moved())
        .containsEntry("bodies.cut oversize", 1)
        .containsEntry("frames.faulty overrun", 1)
        .containsEntry("lines.published", whole + 1);
    topic.take(whole + 1);
  }

  @Test
  void aHeadOverSixteenKilobytesIsRefused() throws IOException {
    Answered answered = drain.post(SOURCE, Bodies.of("one"), "X-Filler: " + "x".repeat(17_000));

    assertThat(answered.status()).isEqualTo(431);
    assertThat(meters.moved()).isEmpty();
  }

  @Test
  void aBodyThatDoesNotArriveEndsTheConnection() throws IOException {
    byte[] body = Bodies.of("one");
    drain.send(DrainSocket.head("POST /logplex", SOURCE, body.length + 1), body);

    assertThat(drain.answer().status()).isEqualTo(503);
    assertThat(drain.isClosedByService()).isTrue();
    assertThat(meters.moved()).isEqualTo(Map.of("requests slow-body", 1));
  }

  @Test
  void aSenderThatGoesAwayIsCounted() throws IOException {
    drain.send(DrainSocket.head("POST /logplex", SOURCE, 100), "98 <45>1".getBytes(UTF_8));

    drain.close();

    Service.await(() -> meters.moved().equals(Map.of("requests abandoned", 1)));
  }

  @Test
  void whoAsksBeforeSendingIsToldToGoOn() throws IOException {
    byte[] body = Bodies.of("one");
    drain.send(DrainSocket.head("POST /logplex", SOURCE, body.length, "Expect: 100-continue"));

    assertThat(drain.answer().status()).isEqualTo(100);
    drain.send(body);
    assertThat(drain.answer().status()).isEqualTo(204);
  }

  @Test
  void tooMuchInFlightIsRefusedAtOnce() throws IOException {
    byte[] body = Bodies.large(9 * 1024 * 1024);
    drain.send(DrainSocket.head("POST /logplex", SOURCE, -1));
    for (int at = 0; at < body.length; at += 1024 * 1024) {
      drain.sendChunk(body, at, 1024 * 1024);
    }
    try (DrainSocket other = new DrainSocket()) {
      assertThat(other.postChunked("odd", body, 1024 * 1024).status()).isEqualTo(503);
    }
    drain.send("0\r\n\r\n".getBytes(UTF_8));

    assertThat(drain.answer().status()).isEqualTo(204);
    assertThat(meters.moved())
        .containsEntry("requests overloaded", 1)
        .containsEntry("requests published", 1);
    Service.await(() -> registry.get("stormdrain.ingest.in.flight.bytes").gauge().value() == 0);
  }

  @Test
  void aSourceThatHoldsItsShareIsTurnedAwayAndOthersAreServed() throws IOException {
    // As much again does not fit into its share: arrays double.
    byte[] body = Bodies.large(5 * 1024 * 1024);
    drain.send(DrainSocket.head("POST /logplex", SOURCE, -1));
    for (int at = 0; at < body.length; at += 1024 * 1024) {
      drain.sendChunk(body, at, 1024 * 1024);
    }
    Service.await(
        () -> registry.get("stormdrain.ingest.in.flight.bytes").gauge().value() >= body.length);
    try (DrainSocket same = new DrainSocket();
        DrainSocket other = new DrainSocket()) {
      assertThat(same.postChunked(SOURCE, body, 1024 * 1024).status()).isEqualTo(503);
      assertThat(other.post("odd", Bodies.of("one")).status()).isEqualTo(204);
    }
    drain.send("0\r\n\r\n".getBytes(UTF_8));

    assertThat(drain.answer().status()).isEqualTo(204);
    assertThat(meters.moved())
        .containsEntry("requests crowded", 1)
        .containsEntry("requests published", 2);
    Service.await(() -> registry.get("stormdrain.ingest.in.flight.bytes").gauge().value() == 0);
  }

  private void assertTexts(String... texts) {
    assertThat(topic.take(texts.length)).extracting(Topic.Line::text).containsExactly(texts);
  }
}
