package io.stormdrain.ingest.door;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.stormdrain.ingest.line.InFlight;
import io.stormdrain.ingest.line.KafkaLink;
import io.stormdrain.ingest.redact.SecretKind;
import io.stormdrain.ingest.source.Account;
import io.stormdrain.ingest.source.Source;
import io.stormdrain.ingest.source.Sources;
import io.stormdrain.ingest.source.SourcesReload;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;

/**
 * Everything that is counted, under {@code stormdrain_ingest_}. Every line and every request is
 * accounted for:
 *
 * <pre>
 *   lines_received  = lines_published + lines_spooled + lines_refused
 *   requests        = sum over answer; those of strangers have the source "-"
 * </pre>
 *
 * A line is <i>received</i> when it was read from an authentic request's body and that request is
 * settled, or when the service adds one of its own to an app's story; <i>published</i> when Kafka
 * had acknowledged it by then; <i>spooled</i> when it was on disk by then; else <i>refused</i>,
 * with a reason, and its sender is told to send it again. Kafka may take a spooled or refused line
 * by the first way after all: such <i>late</i> lines stand outside of the equation, and their
 * frame's number tells readers that a repetition is none. <i>lost</i> lines never came: senders
 * report them.
 */
final class IngestMetrics implements Account.Keeper {
  static final String PREFIX = "stormdrain.ingest.";

  /** Ids of sources begin with a letter or a digit. */
  private static final String NO_SOURCE = "-";

  private static final Duration[] BUCKETS = {
    Duration.ofMillis(2),
    Duration.ofMillis(5),
    Duration.ofMillis(10),
    Duration.ofMillis(20),
    Duration.ofMillis(50),
    Duration.ofMillis(100),
    Duration.ofMillis(200),
    Duration.ofMillis(500),
    Duration.ofSeconds(1),
    Duration.ofSeconds(2),
    Duration.ofSeconds(4),
    Duration.ofSeconds(5)
  };

  private final MeterRegistry registry;
  private final Map<String, SourceMeters> bySource = new ConcurrentHashMap<>();
  private final Map<Answer, Counter> strangers = new EnumMap<>(Answer.class);
  private final Map<SourcesReload, Counter> reloads = new EnumMap<>(SourcesReload.class);
  private final Map<SecretKind, Counter> secrets = new EnumMap<>(SecretKind.class);
  private final Timer latency;

  IngestMetrics(MeterRegistry registry) {
    this.registry = registry;
    for (Answer answer : Answer.toStrangers()) {
      strangers.put(answer, counter("requests", "source", NO_SOURCE, "answer", answer.word()));
    }
    for (SourcesReload result : EnumSet.of(SourcesReload.TAKEN, SourcesReload.REFUSED)) {
      reloads.put(result, counter("sources.reloads", "result", result.word()));
    }
    for (SecretKind kind : SecretKind.values()) {
      secrets.put(kind, counter("secrets.redacted", "kind", kind.word()));
    }
    latency =
        Timer.builder(PREFIX + "request.duration")
            .description("From the first byte of an authentic request to its answer")
            .serviceLevelObjectives(BUCKETS)
            .register(registry);
  }

  /** Shows what is held at any moment. */
  void show(InFlight memory, KafkaLink kafka, Sources sources) {
    gauge("in.flight.bytes", memory, InFlight::bytes);
    gauge("kafka.reachable", kafka, link -> link.health().isReachable() ? 1 : 0);
    gauge("sources", sources, all -> all.all().size());
  }

  /** Makes all meters of these sources exist, at 0. */
  void register(Sources sources) {
    sources.all().forEach(this::of);
  }

  SourceMeters of(Source source) {
    SourceMeters known = bySource.get(source.id());
    return known == null
        ? bySource.computeIfAbsent(source.id(), id -> new SourceMeters(registry, id, secrets))
        : known;
  }

  @Override
  public Account account(String source) {
    SourceMeters known = bySource.get(source);
    return known == null ? new Account(0, 0, 0, null) : known.account();
  }

  void stranger(Answer answer) {
    Objects.requireNonNull(strangers.get(answer), "to a source").increment();
  }

  void reloaded(SourcesReload result) {
    Counter counter = reloads.get(result);
    if (counter != null) {
      counter.increment();
    }
  }

  void answered(long nanos) {
    latency.record(nanos, TimeUnit.NANOSECONDS);
  }

  private Counter counter(String name, String... tags) {
    return Counter.builder(PREFIX + name).tags(tags).register(registry);
  }

  private <T> void gauge(String name, T of, ToDoubleFunction<T> value) {
    Gauge.builder(PREFIX + name, of, value).register(registry);
  }
}
