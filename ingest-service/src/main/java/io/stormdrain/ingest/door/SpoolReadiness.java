package io.stormdrain.ingest.door;

import io.stormdrain.ingest.spool.Spool;
import io.stormdrain.ingest.spool.SpoolHealth;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Always ready: without the spool there is still Kafka. But it tells. */
@Readiness
@Singleton
final class SpoolReadiness implements HealthCheck {
  private final Fallback fallback;

  SpoolReadiness(Fallback fallback) {
    this.fallback = fallback;
  }

  @Override
  public HealthCheckResponse call() {
    HealthCheckResponseBuilder response = HealthCheckResponse.named("spool").up();
    Spool spool = fallback.spool();
    if (spool == null) {
      return response.withData("state", "none").build();
    }
    SpoolHealth health = spool.health();
    return response
        .withData("state", health.state().word())
        .withData("lines", health.lines())
        .withData("bytes", health.bytes())
        .withData("limit", health.limit())
        .withData("detail", health.detail())
        .build();
  }
}
