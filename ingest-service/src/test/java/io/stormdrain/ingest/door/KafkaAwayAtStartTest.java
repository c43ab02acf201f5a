package io.stormdrain.ingest.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.stormdrain.engines.Engines;
import io.stormdrain.ingest.message.Decoding;
import java.net.http.HttpResponse;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
    value = DoorResource.class,
    initArgs = @ResourceArg(name = "kafka-away", value = "yes"))
class KafkaAwayAtStartTest {
  @Test
  void theServiceStartsSaysSoAndRecoversByItself() throws Exception {
    assertThat(Service.await("/q/health/ready", 503).body())
        .contains("\"cause\": \"unreachable\"", "\"servers\": \"127.0.0.1:");
    assertThat(Service.get("/q/health/live").statusCode()).isEqualTo(200);
    try (DrainSocket drain = new DrainSocket()) {
      assertThat(drain.post("late", Bodies.of("one")).status()).isEqualTo(503);
      otlpIsToldToComeAgain();

      try (Forwarder _ = new Forwarder(port("kafka.bootstrap.servers"), port(Engines.kafka()))) {
        Service.await("/q/health/ready", 200);
        assertThat(drain.post("late", Bodies.of("one")).status()).isEqualTo(204);
      }
    }
  }

  /** Its senders give up at 500, and come again at 503. */
  private static void otlpIsToldToComeAgain() throws Exception {
    HttpResponse<byte[]> otlp =
        Sending.to("/v1/logs")
            .from("late")
            .post("application/json", Decoding.fixture("otlp/railway-forwarder.json"));

    assertThat(otlp.statusCode()).isEqualTo(503);
    assertThat(otlp.headers().firstValue("retry-after")).hasValue("1");
    assertThat(Sending.text(otlp)).startsWith("{\"code\":14,");
  }

  private static int port(String serversOrSetting) {
    String servers =
        ConfigProvider.getConfig()
            .getOptionalValue(serversOrSetting, String.class)
            .orElse(serversOrSetting);
    return Integer.parseInt(servers.substring(servers.indexOf(':') + 1));
  }
}
