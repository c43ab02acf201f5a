package io.stormdrain.ingest.door;

import io.stormdrain.ingest.line.KafkaHealth;
import io.stormdrain.ingest.line.KafkaLink;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Not ready while Kafka cannot take lines. The service stays alive and waits for it. */
@Readiness
@Singleton
final class KafkaReadiness implements HealthCheck {
  private final KafkaLink kafka;

  KafkaReadiness(KafkaLink kafka) {
    this.kafka = kafka;
  }

  @Override
  public HealthCheckResponse call() {
    KafkaHealth health = kafka.health();
    return HealthCheckResponse.named("kafka")
        .status(health.isReachable())
        .withData("cause", health.cause().word())
        .withData("detail", health.detail())
        .withData("servers", kafka.servers())
        .build();
  }
}
