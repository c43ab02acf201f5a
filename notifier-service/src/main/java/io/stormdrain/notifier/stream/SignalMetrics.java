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
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * What became of the records of topic {@code signals}:
 *
 * <pre>
 *   consumed = read + parked + repeated
 * </pre>
 *
 * and what they changed. Counted when the transaction that makes it so has ended well, so that it
 * holds exactly; {@code repeated} came again after a move or a restart and changed nothing.
 */
@Singleton
class SignalMetrics {

  private static final String PREFIX = "stormdrain.notifier.";

  private final Counter consumed;
  private final Counter read;
  private final Counter parked;
  private final Counter repeated;
  private final Counter retries;
  private final Counter missed;
  private final Map<Reason, Counter> transitions = new EnumMap<>(Reason.class);
  private final Timer lag;

  SignalMetrics(MeterRegistry registry) {
    consumed = counter(registry, "signals.consumed", "Records of signals that were taken");
    read = counter(registry, "signals.read", "Signals and vitals that were read");
    parked = counter(registry, "signals.parked", "Records of signals that could not be read");
    repeated = counter(registry, "signals.repeated", "Records of signals that came again");
    missed =
        counter(registry, "signals.missed", "Offsets that Kafka deleted before they were read");
    retries = counter(registry, "signals.retries", "Times that a batch could not be stored");
    for (Reason reason : Reason.values()) {
      transitions.put(
          reason,
          Counter.builder(PREFIX + "transitions")
              .description("Changes of incidents")
              .tag("reason", reason.name().toLowerCase(Locale.ROOT))
              .register(registry));
    }
    lag =
        Timer.builder(PREFIX + "detection.lag")
            .description("From a line's own time to the change of an incident that it made")
            .publishPercentileHistogram()
            .minimumExpectedValue(Duration.ofMillis(10))
            .maximumExpectedValue(Duration.ofMinutes(10))
            .register(registry);
  }

  void taken(Taken batch, Instant now) {
    consumed.increment((double) batch.read() + batch.parked() + batch.repeated());
    read.increment(batch.read());
    parked.increment(batch.parked());
    repeated.increment(batch.repeated());
    changed(batch.transitions(), now);
  }

  void missed(long count) {
    missed.increment((double) count);
  }

  void retried() {
    retries.increment();
  }

  void changed(List<Transition> made, Instant now) {
    for (Transition transition : made) {
      Objects.requireNonNull(transitions.get(transition.reason())).increment();
      Duration since = Duration.between(transition.at(), now);
      if (!since.isNegative()) {
        lag.record(since);
      }
    }
  }

  private static Counter counter(MeterRegistry registry, String name, String description) {
    return Counter.builder(PREFIX + name).description(description).register(registry);
  }
}
