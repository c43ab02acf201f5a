package io.stormdrain.notifier.delivery;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.stormdrain.notifier.message.Composer;
import io.stormdrain.notifier.message.Message;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells what was claimed and writes down what came of it. No transaction is open while a receiver
 * is spoken to.
 */
@Singleton
class Dispatch {

  private static final Logger LOG = LoggerFactory.getLogger(Dispatch.class);

  private static final int SETTLE_TRIES = 20;
  private static final Duration SETTLE_PAUSE = Duration.ofSeconds(1);

  private final DeliveryJournal journal = new DeliveryJournal();
  private final Composer composer;
  private final Settlements settlements;
  private final Backoff backoff;
  private final DeliveryMetrics metrics;
  private final InstantSource clock;

  Dispatch(
      Composer composer,
      Settlements settlements,
      Backoff backoff,
      DeliveryMetrics metrics,
      InstantSource clock) {
    this.composer = composer;
    this.settlements = settlements;
    this.backoff = backoff;
    this.metrics = metrics;
    this.clock = clock;
  }

  /** Carries a claim from its message to its settlement. */
  void carry(Claim claim, Receiver receiver) {
    Outcome outcome = tell(claim, receiver);
    Instant now = clock.instant();
    Verdict verdict = Verdict.of(outcome, claim, receiver.repeats(), now, backoff);
    Settlements.Settled settled = settle(claim, verdict, now);
    metrics.attempted(receiver.name(), outcome);
    settled.rows().forEach(row -> count(row, now));
    journal.write(claim, verdict, settled);
  }

  private Outcome tell(Claim claim, Receiver receiver) {
    try {
      Message message =
          composer.compose(claim.view(), claim.occasion(receiver.repeats(), clock.instant()));
      return receiver.tell(
          new Telling(
              claim.carrier(),
              message,
              claim.form(),
              claim.conversation(),
              claim.plain(),
              claim.only()));
    } catch (RuntimeException e) {
      LOG.error("a message could not be made: incident={}", claim.view().incident().id(), e);
      return new Outcome.Refused(Fault.MALFORMED, e.toString());
    }
  }

  /** A database that is away for a moment must not make a message that arrived an unknown one. */
  private Settlements.Settled settle(Claim claim, Verdict verdict, Instant now) {
    for (int left = SETTLE_TRIES; ; left--) {
      try {
        return QuarkusTransaction.requiringNew()
            .call(() -> settlements.settle(claim, verdict, now));
      } catch (RuntimeException e) {
        if (left == 0) {
          throw e;
        }
        LOG.warn("not settled yet: delivery={} fault={}", claim.carrier(), e.toString());
        LockSupport.parkNanos(SETTLE_PAUSE.toNanos());
      }
    }
  }

  /** Counts a delivery that has come to its end. */
  void count(StoredDelivery row, Instant now) {
    switch (row.state) {
      case SENT -> {
        metrics.ended(row.receiver, row.reason, DeliveryMetrics.End.SENT);
        metrics.latency(row.receiver, Duration.between(row.owedSince(), now));
      }
      case SUPERSEDED -> {
        metrics.ended(row.receiver, row.reason, DeliveryMetrics.End.SUPERSEDED);
        metrics.latency(row.receiver, Duration.between(row.owedSince(), now));
      }
      case SUPPRESSED -> metrics.ended(row.receiver, row.reason, DeliveryMetrics.End.SUPPRESSED);
      case DEAD -> metrics.ended(row.receiver, row.reason, DeliveryMetrics.End.DEAD);
      case PENDING, CLAIMED, RETRY, UNKNOWN -> {
        // Still waiting.
      }
    }
  }
}
