package io.stormdrain.notifier.delivery;

import static jakarta.persistence.LockModeType.PESSIMISTIC_WRITE;

import io.stormdrain.notifier.NotifierConfig;
import io.stormdrain.notifier.store.IncidentReader;
import io.stormdrain.notifier.store.IncidentView;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

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
  private final NotifierConfig config;

  Claims(IncidentReader incidents, NotifierConfig config) {
    this.incidents = incidents;
    this.config = config;
  }

  /** Takes what is due for a receiver, at most so much. */
  List<Claim> take(Receiver receiver, int most, Instant now) {
    return StoredDelivery.<StoredDelivery>find(
            """
            from StoredDelivery d
            where d.receiver = ?1 and d.dueAt <= ?2 and d.state in (PENDING, RETRY, UNKNOWN)
              and not exists (
                select 1 from StoredDelivery e
                where e.incident = d.incident and e.receiver = d.receiver and e.seq < d.seq
                  and e.state in (PENDING, RETRY, UNKNOWN, CLAIMED))
            order by d.dueAt, d.id
            """,
            receiver.name(),
            now)
        .withLock(PESSIMISTIC_WRITE)
        .withHint(LOCK_TIMEOUT, SKIP_LOCKED)
        .page(0, most)
        .stream()
        .map(head -> take(head, receiver, now))
        .toList();
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

  /**
   * The incident is read before its deliveries, and only those are taken that it knows of: all of a
   * later transition waits for the next time.
   */
  private Claim take(StoredDelivery head, Receiver receiver, Instant now) {
    IncidentView view = incidents.view(head.incident).orElseThrow();
    Long again = repeatedAsItWas(head, receiver);
    List<StoredDelivery> rows =
        waiting(head, view.incident().seq()).stream()
            .filter(row -> again == null || again.equals(row.toldBy))
            .toList();
    long carrier = again == null ? rows.getLast().id : again;
    UUID token = UUID.randomUUID();
    rows.forEach(row -> row.claimed(token, carrier, now.plus(config.delivery().lease())));
    return new Claim(
        token,
        receiver.name(),
        carrier,
        rows.stream().map(StoredDelivery::owed).toList(),
        view,
        StoredConversation.with(receiver.name(), view.incident()),
        StoredDelivery.count(
                "incident = ?1 and receiver = ?2 and state = SENT", head.incident, receiver.name())
            > 0,
        rows.stream().anyMatch(row -> row.plain),
        incidents.releaseBefore(view.incident()));
  }

  private static List<StoredDelivery> waiting(StoredDelivery head, int upTo) {
    return StoredDelivery.<StoredDelivery>find(
            "incident = ?1 and receiver = ?2 and seq <= ?3 and state"
                + StoredDelivery.WAITS
                + "order by seq",
            head.incident,
            head.receiver,
            upTo)
        .withLock(PESSIMISTIC_WRITE)
        .list();
  }

  /**
   * What a receiver that drops what it has seen before must be told once more just as it was; null
   * where it may be told the latest instead.
   */
  private static @Nullable Long repeatedAsItWas(StoredDelivery head, Receiver receiver) {
    return head.state == DeliveryState.UNKNOWN && receiver.repeats() == Receiver.Repeats.ABSORBED
        ? head.toldBy
        : null;
  }
}
