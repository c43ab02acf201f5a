package io.stormdrain.notifier.delivery;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.stormdrain.notifier.incident.Reason;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What became of deliveries, by receiver:
 *
 * <pre>
 *   enqueued = sent + superseded + suppressed + dead + waiting
 *   waiting  = pending (also what is held back) + claimed + retry + unknown
 * </pre>
 *
 * <i>sent</i> was told with a message of its own, <i>superseded</i> with the message of a later one
 * that says it as well, <i>suppressed</i> was held back and then not worth telling any more,
 * <i>dead</i> reached nobody. Counted when the transaction that makes it so has ended well, so that
 * it holds exactly over all instances; {@code waiting} is looked up in the database and is the same
 * for all of them. Attempts are counted apart: every attempt ends in {@code delivered}, in {@code
 * partly} where only some of those behind the receiver have it, or in one {@link Fault}.
 */
@Singleton
class DeliveryMetrics {

  private static final String PREFIX = "stormdrain.notifier.";

  /** Outcome of an attempt that has told it. */
  private static final String TAKEN = "delivered";

  /** Outcome of an attempt that has told it to some of those behind the receiver. */
  private static final String PARTLY = "partly";

  /** What a delivery came to. */
  enum End {
    SENT,
    SUPERSEDED,
    SUPPRESSED,
    DEAD
  }

  private final MeterRegistry registry;
  private final Set<String> registered = ConcurrentHashMap.newKeySet();
  private final MultiGauge waiting;
  private final MultiGauge oldest;
  private final MultiGauge standing;

  DeliveryMetrics(MeterRegistry registry, Receivers receivers) {
    this.registry = registry;
    waiting = gauge("deliveries.waiting", "Deliveries that are still to be told");
    oldest = gauge("outbox.oldest.seconds", "Age of the oldest delivery that is still to be told");
    standing = gauge("receiver.state", "1 for the state that a receiver is in");
    receivers.names().forEach(this::registerOnce);
  }

  private void registerOnce(String receiver) {
    if (registered.add(receiver)) {
      register(receiver);
    }
  }

  /** Makes the meters of a receiver exist at 0, so that the first count is seen as one. */
  private void register(String receiver) {
    for (Reason reason : Reason.values()) {
      enqueued(receiver).withTag("reason", word(reason));
      for (End end : End.values()) {
        ended(receiver, reason).withTag("outcome", word(end));
      }
    }
    attempts(receiver).withTag("outcome", TAKEN);
    attempts(receiver).withTag("outcome", PARTLY);
    for (Fault fault : Fault.values()) {
      attempts(receiver).withTag("outcome", word(fault));
    }
    latency(receiver);
  }

  void enqueued(String receiver, Reason reason) {
    enqueued(receiver).withTag("reason", word(reason)).increment();
  }

  void ended(String receiver, Reason reason, End end) {
    ended(receiver, reason).withTag("outcome", word(end)).increment();
  }

  void attempted(String receiver, Outcome outcome) {
    String kind =
        switch (outcome) {
          case Outcome.Delivered d -> TAKEN;
          case Outcome.Partly p -> PARTLY;
          case Outcome.Missed m -> word(m.fault());
        };
    attempts(receiver).withTag("outcome", kind).increment();
  }

  void latency(String receiver, Duration sinceRecorded) {
    latency(receiver).record(sinceRecorded.isNegative() ? Duration.ZERO : sinceRecorded);
  }

  private Meter.MeterProvider<Counter> enqueued(String receiver) {
    return Counter.builder(PREFIX + "deliveries.enqueued")
        .description("Transitions that receivers are to be told of")
        .tag("receiver", receiver)
        .withRegistry(registry);
  }

  private Meter.MeterProvider<Counter> ended(String receiver, Reason reason) {
    return Counter.builder(PREFIX + "deliveries")
        .description("Deliveries that came to an end")
        .tag("receiver", receiver)
        .tag("reason", word(reason))
        .withRegistry(registry);
  }

  private Meter.MeterProvider<Counter> attempts(String receiver) {
    return Counter.builder(PREFIX + "delivery.attempts")
        .description("Attempts to tell receivers something")
        .tag("receiver", receiver)
        .withRegistry(registry);
  }

  private Timer latency(String receiver) {
    return Timer.builder(PREFIX + "delivery.latency")
        .description("From the recording of a transition to the receiver's word that it has it")
        .tag("receiver", receiver)
        .publishPercentileHistogram()
        .minimumExpectedValue(Duration.ofMillis(5))
        .maximumExpectedValue(Duration.ofMinutes(5))
        .register(registry);
  }

  /** What the gauges show until the next look. */
  void seen(Map<String, Backlog> backlogs, Map<String, Standing> standings, Instant now) {
    List<MultiGauge.Row<?>> counts = new ArrayList<>();
    List<MultiGauge.Row<?>> ages = new ArrayList<>();
    List<MultiGauge.Row<?>> states = new ArrayList<>();
    backlogs.keySet().forEach(this::registerOnce);
    backlogs.forEach((receiver, backlog) -> {
      Tags tags = Tags.of("receiver", receiver);
      counts.add(MultiGauge.Row.of(tags, backlog.waiting()));
      ages.add(MultiGauge.Row.of(tags, backlog.age(now).toMillis() / 1000.0));
    });
    standings.forEach((receiver, how) -> {
      for (Standing.Word state : Standing.Word.values()) {
        Tags tags = Tags.of("receiver", receiver, "state", word(state));
        states.add(MultiGauge.Row.of(tags, how.word(now) == state ? 1 : 0));
      }
    });
    waiting.register(counts, true);
    oldest.register(ages, true);
    standing.register(states, true);
  }

  private MultiGauge gauge(String name, String description) {
    return MultiGauge.builder(PREFIX + name).description(description).register(registry);
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
