package io.stormdrain.notifier.delivery;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Looks how the receivers are and what they have still to be told, and shows it. */
@Singleton
class ReceiverWatch {

  private static final Duration BETWEEN_COUNTS = Duration.ofSeconds(2);

  private final Receivers receivers;
  private final ReceiverStandings standings;
  private final DeliveryReader reader;
  private final DeliveryMetrics metrics;

  private volatile Map<String, Standing> latest = Map.of();
  private Instant counted = Instant.MIN;

  ReceiverWatch(
      Receivers receivers,
      ReceiverStandings standings,
      DeliveryReader reader,
      DeliveryMetrics metrics) {
    this.receivers = receivers;
    this.standings = standings;
    this.reader = reader;
    this.metrics = metrics;
  }

  /** All receivers. */
  Receivers receivers() {
    return receivers;
  }

  /** How they were when last looked at. */
  Map<String, Standing> latest() {
    return latest;
  }

  /** Looks at them; returns those that may be told something now. */
  List<Receiver> look(Instant now) {
    latest = QuarkusTransaction.requiringNew().call(() -> standings.of(receivers.names()));
    if (!counted.plus(BETWEEN_COUNTS).isAfter(now)) {
      count(now);
    }
    return receivers.all().stream().filter(receiver -> !isBlocked(receiver.name(), now)).toList();
  }

  /** Counts what waits, for the gauges. */
  void count(Instant now) {
    metrics.seen(
        QuarkusTransaction.requiringNew().call(() -> reader.backlogs(receivers.names())),
        latest,
        now);
    counted = now;
  }

  /** When one of those that may not be told now may be told again; far away when all may. */
  Instant nextOpen(Instant now) {
    return latest.values().stream()
        .map(Standing::closedUntil)
        .flatMap(Stream::ofNullable)
        .filter(until -> until.isAfter(now))
        .min(Instant::compareTo)
        .orElse(Instant.MAX);
  }

  /** How much may be told to a receiver now: one thing to try it, where it did not take others. */
  int allowed(Receiver receiver, Hands hands) {
    int free = hands.free(receiver);
    boolean tried = latest.getOrDefault(receiver.name(), Standing.GOOD).isTried();
    return tried ? Math.min(free, hands.isBusy(receiver.name()) ? 0 : 1) : free;
  }

  private boolean isBlocked(String receiver, Instant now) {
    Instant until = latest.getOrDefault(receiver, Standing.GOOD).closedUntil();
    return until != null && until.isAfter(now);
  }
}
