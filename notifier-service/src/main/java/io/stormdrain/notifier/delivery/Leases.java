package io.stormdrain.notifier.delivery;

import static jakarta.persistence.LockModeType.PESSIMISTIC_WRITE;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.stormdrain.notifier.NotifierConfig;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees to it that what an instance is telling stays its own however long a receiver takes, and that
 * others take over when it is not heard of any more.
 */
@Singleton
class Leases {

  private static final Logger LOG = LoggerFactory.getLogger(Leases.class);

  private static final String LOCK_TIMEOUT = "jakarta.persistence.lock.timeout";
  private static final int SKIP_LOCKED = -2;
  private static final int MANY = 200;

  /** Rounds may follow each other faster than leases lapse. */
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

  private final Hands hands;
  private final Duration lease;
  private Instant renewed = Instant.MIN;
  private Instant looked = Instant.MIN;

  Leases(Hands hands, NotifierConfig config) {
    this.hands = hands;
    this.lease = config.delivery().lease();
  }

  /** Renews what is under way here, and ends what was elsewhere. */
  void look(Receivers receivers, Instant now) {
    if (looked.plus(BETWEEN_LOOKS).isAfter(now)) {
      return;
    }
    looked = now;
    if (!renewed.plus(lease.dividedBy(3)).isAfter(now)) {
      renew(hands.tokens(now), now);
      renewed = now;
    }
    QuarkusTransaction.requiringNew()
        .call(() -> lapse(receivers, now))
        .forEach(row ->
            LOG.warn(
                "lease lapsed, nobody knows whether it arrived: receiver={} delivery={}",
                row.receiver,
                row.id));
  }

  private void renew(List<UUID> tokens, Instant now) {
    if (!tokens.isEmpty()) {
      QuarkusTransaction.requiringNew()
          .run(() ->
              StoredDelivery.update(
                  "claimedUntil = ?1 where claim in ?2 and state = CLAIMED",
                  now.plus(lease),
                  tokens));
    }
  }

  /** What has lapsed: nobody knows whether the receiver has it. In its caller's transaction. */
  static List<StoredDelivery> lapse(Receivers receivers, Instant now) {
    List<StoredDelivery> lapsed =
        StoredDelivery.<StoredDelivery>find(
                "state = CLAIMED and claimedUntil <= ?1 and receiver in ?2", now, receivers.names())
            .withLock(PESSIMISTIC_WRITE)
            .withHint(LOCK_TIMEOUT, SKIP_LOCKED)
            .page(0, MANY)
            .list();
    lapsed.forEach(row -> row.waits(DeliveryState.UNKNOWN, now, Fault.LEASE_LAPSED, null));
    return lapsed;
  }
}
