package io.stormdrain.ingest.door;

import io.stormdrain.ingest.line.KafkaHealth;
import io.stormdrain.ingest.line.KafkaLink;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Not ready while neither Kafka nor the spool can take lines. The service stays alive and waits.
 */
@Readiness
@Singleton
final class KafkaReadiness implements HealthCheck {
  private final KafkaLink kafka;
  private final Fallback fallback;

  KafkaReadiness(KafkaLink kafka, Fallback fallback) {
    this.kafka = kafka;
    this.fallback = fallback;
  }

  @Override
  public HealthCheckResponse call() {
    KafkaHealth health = kafka.health();
    return HealthCheckResponse.named("kafka")
        .status(health.isReachable() || fallback.takesLines())
        .withData("cause", health.cause().word())
        .withData("detail", health.detail())
        .withData("servers", kafka.servers())
        .build();
  }
}
