package io.stormdrain.analyzer.stream;

import io.stormdrain.analyzer.own.ActiveSignatures;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Ready means: the topic is being read. Says why when it is not. */
@Readiness
class ReadingCheck implements HealthCheck {

  private final LineLoops loops;
  private final ActiveSignatures signatures;

  ReadingCheck(LineLoops loops, ActiveSignatures signatures) {
    this.loops = loops;
    this.signatures = signatures;
  }

  @Override
  public HealthCheckResponse call() {
    String fault = loops.fault();
    HealthCheckResponseBuilder response =
        HealthCheckResponse.named("log-lines are read")
            .withData("partitions", loops.assigned())
            .withData("signatures", signatures.state());
    return fault == null ? response.up().build() : response.down().withData("cause", fault).build();
  }
}
