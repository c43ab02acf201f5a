package io.stormdrain.ingest.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.stormdrain.engines.Engines;
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

      try (Forwarder _ = new Forwarder(port("kafka.bootstrap.servers"), port(Engines.kafka()))) {
        Service.await("/q/health/ready", 200);
        assertThat(drain.post("late", Bodies.of("one")).status()).isEqualTo(204);
      }
    }
  }

  private static int port(String serversOrSetting) {
    String servers =
        ConfigProvider.getConfig()
            .getOptionalValue(serversOrSetting, String.class)
            .orElse(serversOrSetting);
    return Integer.parseInt(servers.substring(servers.indexOf(':') + 1));
  }
}
