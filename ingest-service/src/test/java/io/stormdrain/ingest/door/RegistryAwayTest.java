package io.stormdrain.ingest.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** The registry's database is away when the service starts. */
@QuarkusTest
@WithTestResource(
    value = DoorResource.class,
    initArgs = @ResourceArg(name = "registry-away", value = "yes"))
class RegistryAwayTest {
  @Test
  void theFilesSourcesAreServedAndOthersAreToldToComeAgain() throws Exception {
    assertThat(Service.await("/q/health/ready", 200).body())
        .contains("\"registry\": \"unread\"", "Connection");
    try (DrainSocket drain = new DrainSocket()) {
      assertThat(drain.post("late", Bodies.of("one")).status()).isEqualTo(204);
      assertThat(drain.post("nobody", Bodies.of("one")).status()).isEqualTo(503);
    }
  }
}
