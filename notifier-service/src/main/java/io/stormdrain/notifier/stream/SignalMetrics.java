package io.stormdrain.notifier.stream;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.stormdrain.notifier.incident.Reason;
import io.stormdrain.notifier.incident.Transition;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What became of the records of topic {@code signals}:
 *
 * <pre>
 *   consumed = read + parked
 * </pre>
 *
 * and what they changed. Counted when they are stored; a batch whose transaction fails is counted
 * again when it is repeated.
 */
@Singleton
class SignalMetrics {

  private final Counter read;
  private final Counter parked;
  private final Counter retries;
  private final Map<Reason, Counter> transitions = new EnumMap<>(Reason.class);
  private final Timer lag;

  SignalMetrics(MeterRegistry registry) {
    read = counter(registry, "signals.read", "Signals and vitals that were read");
    parked = counter(registry, "signals.parked", "Records of signals that could not be read");
    retries = counter(registry, "signals.retries", "Batches that had to be stored again");
    for (Reason reason : Reason.values()) {
      transitions.put(
          reason,
          Counter.builder("stormdrain.notifier.transitions")
              .description("Changes of incidents")
              .tag("reason", reason.name())
              .register(registry));
    }
    lag =
        Timer.builder("stormdrain.notifier.detection.lag")
            .description("From a line's own time to the change of an incident that it made")
            .register(registry);
  }

  void read() {
    read.increment();
  }

  void parked() {
    parked.increment();
  }

  void retried() {
    retries.increment();
  }

  void transitions(List<Transition> made, Instant now) {
    for (Transition transition : made) {
      Objects.requireNonNull(transitions.get(transition.reason())).increment();
      Duration since = Duration.between(transition.at(), now);
      if (!since.isNegative()) {
        lag.record(since);
      }
    }
  }

  private static Counter counter(MeterRegistry registry, String name, String description) {
    return Counter.builder("stormdrain.notifier." + name)
        .description(description)
        .register(registry);
  }
}
