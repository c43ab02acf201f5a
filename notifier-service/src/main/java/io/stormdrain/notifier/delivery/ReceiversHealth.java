package io.stormdrain.notifier.delivery;

import java.time.Instant;
import java.time.InstantSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Tells how the receivers are. Always up: a receiver that is away is no reason to stop reading
 * signals; what is to be told waits for it.
 */
@Readiness
final class ReceiversHealth implements HealthCheck {

  private final ReceiverWatch watch;
  private final InstantSource clock;

  ReceiversHealth(ReceiverWatch watch, InstantSource clock) {
    this.watch = watch;
    this.clock = clock;
  }

  @Override
  public HealthCheckResponse call() {
    HealthCheckResponseBuilder response = HealthCheckResponse.named("receivers").up();
    Instant now = clock.instant();
    for (Receiver receiver : watch.receivers().all()) {
      Standing standing = watch.latest().getOrDefault(receiver.name(), Standing.GOOD);
      response.withData(receiver.name(), text(standing, now));
    }
    return response.build();
  }

  private static String text(Standing standing, Instant now) {
    Standing.Word word = standing.word(now);
    return word == Standing.Word.OK
        ? word.name()
        : "%s: %s since %s".formatted(word, standing.fault(), standing.since());
  }
}
