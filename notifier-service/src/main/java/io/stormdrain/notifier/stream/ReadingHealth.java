package io.stormdrain.notifier.stream;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Tells whether signals are read and stored, and why not. It recovers by itself. */
@Readiness
final class ReadingHealth implements HealthCheck {

  private static final int LONGEST = 300;

  private final Reading reading;

  ReadingHealth(Reading reading) {
    this.reading = reading;
  }

  @Override
  public HealthCheckResponse call() {
    Reading.Cause cause = reading.cause();
    HealthCheckResponseBuilder response =
        HealthCheckResponse.named("signals")
            .status(cause == Reading.Cause.READING)
            .withData("cause", cause.word())
            .withData("partitions", reading.partitions());
    String fault = reading.fault();
    if (fault != null) {
      response.withData("fault", fault.substring(0, Math.min(fault.length(), LONGEST)));
    }
    return response.build();
  }
}
