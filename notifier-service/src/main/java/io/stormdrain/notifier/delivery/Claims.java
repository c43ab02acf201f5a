package io.stormdrain.notifier.delivery;

import static jakarta.persistence.LockModeType.PESSIMISTIC_WRITE;

import io.stormdrain.notifier.NotifierConfig;
import io.stormdrain.notifier.store.IncidentReader;
import io.stormdrain.notifier.store.IncidentView;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Who may tell what: takes what is due and nobody else has, for as long as the lease lasts. Of an
 * incident and a receiver only the earliest that waits is due, and takes along all that came after
 * it. Every method runs in its caller's transaction.
 */
@Singleton
class Claims {

  private static final String LOCK_TIMEOUT = "jakarta.persistence.lock.timeout";
  private static final int SKIP_LOCKED = -2;
  private static final int MANY = 200;

  private final IncidentReader incidents;
  private final Bundles bundles;
  private final NotifierConfig config;

  Claims(IncidentReader incidents, Bundles bundles, NotifierConfig config) {
    this.incidents = incidents;
    this.bundles = bundles;
    this.config = config;
  }

  /** What was taken, and what came to nothing when it was looked at again. */
  record Taken(List<Claim> claims, List<StoredDelivery> suppressed) {}

  /** Takes what is due for a receiver, at most so much. */
  Taken take(Receiver receiver, int most, Instant now) {
    List<StoredDelivery> heads =
        StoredDelivery.<StoredDelivery>find(
                """
                from StoredDelivery d
                where d.receiver = ?1 and d.dueAt <= ?2 and d.state in (PENDING, RETRY, UNKNOWN)
                  and not exists (
                    select 1 from StoredDelivery e
                    where e.incident = d.incident and e.receiver = d.receiver
                      and (e.seq < d.seq or (e.seq = d.seq and e.round < d.round))
                      and e.state in (PENDING, RETRY, UNKNOWN, CLAIMED))
                order by d.dueAt, d.id
                """,
                receiver.name(),
                now)
            .withLock(PESSIMISTIC_WRITE)
            .withHint(LOCK_TIMEOUT, SKIP_LOCKED)
            .page(0, most)
            .list();
    List<Claim> claims = new ArrayList<>();
    List<StoredDelivery> suppressed = new ArrayList<>();
    for (StoredDelivery head : heads) {
      // One before it may have taken it along.
      if (head.state != DeliveryState.CLAIMED && head.state != DeliveryState.SUPPRESSED) {
        Bundle bundle = bundles.of(head, receiver, now);
        suppressed.addAll(bundle.suppressed());
        if (!bundle.isEmpty()) {
          claims.add(claim(bundle, receiver, head, now));
        }
      }
    }
    return new Taken(claims, suppressed);
  }

  /** Leases that have lapsed: nobody knows whether the receiver has what was to be told. */
  List<StoredDelivery> lapse(Receivers receivers, Instant now) {
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

  /** What waits for receivers that nobody has configured for long is told to nobody. */
  List<StoredDelivery> abandon(Receivers receivers, Instant now) {
    Duration patience = config.delivery().giveUpAfter();
    List<StoredDelivery> abandoned =
        StoredDelivery.<StoredDelivery>find(
                "state in (PENDING, RETRY, UNKNOWN) and receiver not in ?1 and createdAt <= ?2",
                receivers.names(),
                now.minus(patience))
            .withLock(PESSIMISTIC_WRITE)
            .withHint(LOCK_TIMEOUT, SKIP_LOCKED)
            .page(0, MANY)
            .list();
    abandoned.forEach(row -> row.dies(Fault.RECEIVER_REMOVED, null, now));
    return abandoned;
  }

  private Claim claim(Bundle bundle, Receiver receiver, StoredDelivery head, Instant now) {
    Bundle.Part lead = bundle.lead();
    IncidentView view = lead.view();
    Long again = Bundles.repeatedAsItWas(head, receiver);
    long carrier = again == null ? lead.rows().getLast().id : again;
    UUID token = UUID.randomUUID();
    bundle.rows().forEach(row -> row.claimed(token, carrier, now.plus(config.delivery().lease())));
    return new Claim(
        token,
        receiver.name(),
        carrier,
        lead.rows().stream().map(StoredDelivery::owed).toList(),
        view,
        bundle.others(),
        StoredConversation.with(receiver.name(), view.incident()),
        StoredDelivery.count(
                "incident = ?1 and receiver = ?2 and state in (SENT, SUPERSEDED)",
                view.incident().id(),
                receiver.name())
            > 0,
        lead.rows().stream().anyMatch(row -> row.plain),
        incidents.releaseBefore(view.incident()));
  }
}
