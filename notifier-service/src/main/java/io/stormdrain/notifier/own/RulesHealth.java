package io.stormdrain.notifier.own;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Tells whether the user's rules are in force. Always up: those of before stay in force. */
@Readiness
final class RulesHealth implements HealthCheck {

  private final ActiveRules rules;

  RulesHealth(ActiveRules rules) {
    this.rules = rules;
  }

  @Override
  public HealthCheckResponse call() {
    String refusal = rules.refusal();
    return HealthCheckResponse.named("rules")
        .up()
        .withData("own", refusal == null ? "in force" : "refused: " + refusal)
        .build();
  }
}
