package io.stormdrain.ingest.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.stormdrain.engines.Engines;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What must not reach Kafka does not. */
@QuarkusTest
@WithTestResource(DoorResource.class)
class SecretsTest {
  private static final String SOURCE = "secrets";
  private static final String BEGIN = "-----BEGIN RSA PRIV" + "ATE KEY-----";

  @Inject MeterRegistry registry;

  @Test
  void secretsStayAtTheDoor() throws Exception {
    Meters meters = new Meters(registry);
    try (Topic topic = new Topic(Engines.kafka(), SOURCE);
        DrainSocket drain = new DrainSocket()) {
      byte[] body =
          Bodies.of(
              "connecting to postgres://shop:s3cr3t-of-shop@db/shop",
              "nothing to hide",
              "password=hunter2 token=0123456789abcdef");

      assertThat(drain.post(SOURCE, body).status()).isEqualTo(204);

      assertThat(topic.take(3).stream().map(Topic.Line::text))
          .containsExactly(
              "connecting to postgres://shop:[redacted]@db/shop",
              "nothing to hide",
              "password=[redacted] token=[redacted]");
      assertThat(meters.moved())
          .isEqualTo(
              Map.of(
                  "lines.received", 3,
                  "lines.published", 3,
                  "lines.redacted", 2,
                  "secrets.redacted url-password", 1,
                  "secrets.redacted named", 1,
                  "requests published", 1));
    }
  }

  @Test
  void aKeyThatIsPrintedLineByLineGoesAlsoWhenItComesInTwoRequests() throws Exception {
    String line = "MIIEpAIBAAKCAQEA7bq0Yk5c8T3l2n1d9m4Xh6Wq0sVfJr2Zt8Uy5Pe1Kg3Oa7Bc";
    try (Topic topic = new Topic(Engines.kafka(), SOURCE);
        DrainSocket drain = new DrainSocket()) {
      drain.post(SOURCE, Bodies.of("key:", BEGIN, line));
      drain.post(SOURCE, Bodies.of(line, "-----END RSA PRIV" + "ATE KEY-----", line));

      assertThat(topic.take(6).stream().map(Topic.Line::text))
          .containsExactly(
              "key:",
              BEGIN + "[redacted]",
              "[redacted]",
              "[redacted]",
              "-----END RSA PRIV" + "ATE KEY-----",
              line);
    }
  }
}
