package io.stormdrain.notifier.routing;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Tells whether the routing file is in force. Always up: what was in force before stays so. */
@Readiness
final class RoutingHealth implements HealthCheck {

  private final RoutingDesk desk;

  RoutingHealth(RoutingDesk desk) {
    this.desk = desk;
  }

  @Override
  public HealthCheckResponse call() {
    String refusal = desk.refusal();
    return HealthCheckResponse.named("routing")
        .up()
        .withData("file", refusal == null ? "in force" : "refused: " + refusal)
        .build();
  }
}
