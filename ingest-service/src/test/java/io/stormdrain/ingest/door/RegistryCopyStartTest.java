package io.stormdrain.ingest.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** The registry's database is away when the service starts, and there is a copy of what it held. */
@QuarkusTest
@WithTestResource(RegistryCopyResource.class)
class RegistryCopyStartTest {
  @Test
  void theSourcesOfTheCopyAreServedAndOthersAreRefused() throws Exception {
    assertThat(Service.await("/q/health/ready", 200).body())
        .contains("\"registry\": \"from-copy\"", "Connection");
    try (DrainSocket drain = new DrainSocket()) {
      assertThat(drain.post(RegistryCopyResource.SOURCE, Bodies.of("one")).status()).isEqualTo(204);
      assertThat(drain.post("nobody", Bodies.of("one")).status()).isEqualTo(401);
    }
  }
}
