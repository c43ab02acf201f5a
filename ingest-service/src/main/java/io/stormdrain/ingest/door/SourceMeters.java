package io.stormdrain.ingest.door;

import static java.util.EnumSet.allOf;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.stormdrain.ingest.line.Refusal;
import io.stormdrain.ingest.line.Settlement;
import io.stormdrain.ingest.line.Settlement.Published;
import io.stormdrain.ingest.line.Settlement.Refused;
import io.stormdrain.ingest.line.Settlement.Spooled;
import io.stormdrain.ingest.message.Fault;
import io.stormdrain.ingest.message.Tally;
import io.stormdrain.ingest.redact.SecretKind;
import io.stormdrain.ingest.source.Account;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What is counted about one source, all of it from the first moment on. {@link IngestMetrics} says
 * what the names mean.
 */
final class SourceMeters {
  private final MeterRegistry registry;
  private final String source;
  private final Counter received;
  private final Counter published;
  private final Counter spooled;
  private final Counter late;
  private final Counter lost;
  private final Counter truncated;
  private final Counter redacted;
  private final Counter miscounted;
  private final Counter bytes;
  private final Map<SecretKind, Counter> secrets;
  private final Map<Refusal, Counter> refused;
  private final Map<Fault, Counter> faulty;
  private final Map<BodyCut, Counter> cut;
  private final Map<Answer, Counter> requests;
  private volatile long seenMillis;

  /**
   * At 0.
   *
   * @param secrets by kind, of all sources
   */
  SourceMeters(MeterRegistry registry, String source, Map<SecretKind, Counter> secrets) {
    this.secrets = secrets;
    this.registry = registry;
    this.source = source;
    received = counter("lines.received");
    published = counter("lines.published");
    spooled = counter("lines.spooled");
    late = counter("lines.late");
    lost = counter("lines.lost");
    truncated = counter("lines.truncated");
    redacted = counter("lines.redacted");
    miscounted = counter("bodies.miscounted");
    bytes = counter("body.bytes");
    refused = counters("lines.refused", "reason", allOf(Refusal.class), Refusal::word);
    Set<Fault> faults = EnumSet.complementOf(EnumSet.of(Fault.NONE));
    faulty = counters("frames.faulty", "fault", faults, Fault::word);
    cut = counters("bodies.cut", "reason", allOf(BodyCut.class), BodyCut::word);
    requests = counters("requests", "answer", Answer.toSources(), Answer::word);
    Gauge.builder(
            IngestMetrics.PREFIX + "last.seen.seconds", this, meters -> meters.seenMillis / 1e3)
        .tag("source", source)
        .register(registry);
  }

  void settled(Settlement settlement) {
    switch (settlement) {
      case Published(int lines) -> {
        received.increment(lines);
        published.increment(lines);
      }
      case Spooled(int taken, int kept) -> {
        received.increment((double) taken + kept);
        published.increment(taken);
        spooled.increment(kept);
      }
      case Refused(int taken, int left, Refusal reason) -> {
        received.increment((double) taken + left);
        published.increment(taken);
        count(refused, reason, left);
      }
    }
  }

  /** The body was read to its end. */
  void read(Tally counts) {
    counts.faults().forEach((fault, frames) -> count(faulty, fault, frames));
    add(truncated, counts.truncatedLines());
    add(miscounted, counts.isMiscounted() ? 1 : 0);
  }

  /** Something was taken out of a line. */
  void redacted(Set<SecretKind> kinds) {
    redacted.increment();
    kinds.forEach(kind -> count(secrets, kind, 1));
  }

  /** The sender told about losses, and got its answer. */
  void lost(long lines) {
    add(lost, lines);
  }

  void late() {
    late.increment();
  }

  void answered(Answer answer, long bodyBytes) {
    count(requests, answer, 1);
    bytes(bodyBytes);
  }

  void bytes(long received) {
    seenMillis = System.currentTimeMillis();
    bytes.increment((double) received);
  }

  void cut(BodyCut reason) {
    count(cut, reason, 1);
  }

  /** What its owner wants to know. */
  Account account() {
    double left = refused.values().stream().mapToDouble(Counter::count).sum();
    return new Account(
        (long) received.count(),
        (long) lost.count(),
        (long) left,
        seenMillis == 0 ? null : Instant.ofEpochMilli(seenMillis));
  }

  private static void add(Counter counter, long amount) {
    if (amount > 0) {
      counter.increment((double) amount);
    }
  }

  private static <K> void count(Map<K, Counter> counters, K key, int amount) {
    Objects.requireNonNull(counters.get(key), "not registered").increment(amount);
  }

  private Counter counter(String name, String... tags) {
    return Counter.builder(IngestMetrics.PREFIX + name)
        .tag("source", source)
        .tags(tags)
        .register(registry);
  }

  private <K> Map<K, Counter> counters(
      String name, String tag, Set<K> keys, Function<K, String> word) {
    return keys.stream()
        .collect(Collectors.toUnmodifiableMap(key -> key, k -> counter(name, tag, word.apply(k))));
  }
}
