package io.stormdrain.ingest.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.stormdrain.engines.Engines;
import io.stormdrain.ingest.door.DrainSocket.Answered;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(DoorResource.class)
class DrainAnswersTest {
  private static final String WRONG = "Authorization: Bearer wrong-token-0123456789";

  @Inject MeterRegistry registry;

  @Test
  void everyLineIsInKafkaWhenTheAnswerComes() throws IOException {
    Meters meters = new Meters(registry);
    try (Topic topic = new Topic(Engines.kafka(), "answers");
        DrainSocket drain = new DrainSocket()) {
      Answered answered = drain.post("answers", Bodies.of("one", "two"));

      assertThat(answered.status()).isEqualTo(204);
      assertThat(topic.take(2)).extracting(Topic.Line::text).containsExactly("one", "two");
    }
    assertThat(meters.moved())
        .isEqualTo(Map.of("lines.received", 2, "lines.published", 2, "requests published", 1));
  }

  @Test
  void theAnswerHasNoBodyAndNoChunks() throws IOException {
    try (DrainSocket drain = new DrainSocket()) {
      Answered answered = drain.post("answers", Bodies.of("one"));

      assertThat(answered.head()).isEqualTo("HTTP/1.1 204 No Content\r\n\r\n");
    }
  }

  @Test
  void aConnectionServesManyRequests() throws IOException {
    try (DrainSocket drain = new DrainSocket()) {
      for (int i = 0; i < 50; i++) {
        assertThat(drain.post("answers", Bodies.of("line " + i)).status()).isEqualTo(204);
      }
      assertThat(drain.post("", Bodies.of("who"), WRONG).status()).isEqualTo(401);
      assertThat(drain.post("answers", Bodies.of("again")).status()).isEqualTo(204);
    }
  }

  @Test
  void anEmptyBodyIsTaken() throws IOException {
    Meters meters = new Meters(registry);
    try (DrainSocket drain = new DrainSocket()) {
      assertThat(drain.post("answers", new byte[0], "Logplex-Msg-Count: 0").status())
          .isEqualTo(204);
      drain.send(DrainSocket.head("POST /logplex", "answers", 0, "User-Agent: Logplex/v72"));
      assertThat(drain.answer().status()).isEqualTo(204);
    }
    assertThat(meters.moved()).isEqualTo(Map.of("requests published", 2));
  }

  @Test
  void aRequestWithoutTokenIsToldWhereTokensGo() throws IOException {
    Meters meters = new Meters(registry);
    try (DrainSocket drain = new DrainSocket()) {
      Answered answered = drain.post("", Bodies.of("one"));

      assertThat(answered.status()).isEqualTo(401);
      assertThat(answered.headers()).containsEntry("www-authenticate", "Basic realm=\"drain\"");
      assertThat(answered.body()).contains("https://drain:TOKEN@HOST/logplex");
    }
    assertThat(meters.moved()).isEqualTo(Map.of("requests no-token", 1));
  }

  @Test
  void anUnknownTokenIsCountedAndNotRepeated() throws IOException {
    Meters meters = new Meters(registry);
    try (DrainSocket drain = new DrainSocket()) {
      Answered answered = drain.post("", Bodies.of("one"), WRONG);

      assertThat(answered.status()).isEqualTo(401);
      assertThat(answered.head() + answered.body()).doesNotContain("wrong-token");
    }
    assertThat(meters.moved()).isEqualTo(Map.of("requests unknown-token", 1));
  }

  @Test
  void aStrangersEndlessBodyEndsTheConnection() throws IOException {
    try (DrainSocket drain = new DrainSocket()) {
      drain.send(DrainSocket.head("POST /logplex", "", -1));

      assertThat(drain.answer().status()).isEqualTo(401);
      assertThat(drain.isClosedByService()).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/logplex/token-of-tokens-0123456789",
        "/logplex?token=token-of-tokens-0123456789",
        "/logplex?app=shop&token=token-of-tokens-0123456789",
      })
  void aTokenMayStandInThePath(String path) throws IOException {
    try (DrainSocket drain = new DrainSocket()) {
      byte[] body = Bodies.of("one");
      drain.send(DrainSocket.head("POST " + path, "", body.length), body);

      assertThat(drain.answer().status()).isEqualTo(204);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"PUT", "DELETE", "PATCH", "OPTIONS"})
  void otherMethodsAreToldWhatIsExpected(String method) throws IOException {
    Meters meters = new Meters(registry);
    try (DrainSocket drain = new DrainSocket()) {
      drain.send(DrainSocket.head(method + " /logplex", "answers", 0));
      Answered answered = drain.answer();

      assertThat(answered.status()).isEqualTo(405);
      assertThat(answered.headers()).containsEntry("allow", "GET, HEAD, POST");
      assertThat(answered.body()).contains("POST");
    }
    assertThat(meters.moved()).isEqualTo(Map.of("requests method", 1));
  }

  @Test
  void aBrowserIsToldWhatThisIs() throws IOException {
    try (DrainSocket drain = new DrainSocket()) {
      drain.send(DrainSocket.head("GET /logplex/token-of-tokens-0123456789", "", 0));
      Answered answered = drain.answer();

      assertThat(answered.status()).isEqualTo(200);
      assertThat(answered.body()).contains("heroku drains:add").doesNotContain("token-of");
    }
  }
}
