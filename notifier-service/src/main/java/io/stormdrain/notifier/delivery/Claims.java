package io.stormdrain.notifier.delivery;

import static jakarta.persistence.LockModeType.PESSIMISTIC_WRITE;

import io.stormdrain.notifier.NotifierConfig;
import io.stormdrain.notifier.incident.Incident;
import io.stormdrain.notifier.store.IncidentReader;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Who may tell what: takes what is due and nobody else has, for as long as the lease lasts. Of an
 * incident and a receiver only the earliest that waits is due, and takes along all that came after
 * it; what waits only for some of those behind the receiver keeps nobody waiting. Every method runs
 * in its caller's transaction.
 */
@Singleton
class Claims {

  private static final String LOCK_TIMEOUT = "jakarta.persistence.lock.timeout";
  private static final int SKIP_LOCKED = -2;
  private static final int MANY = 200;

  private final IncidentReader incidents;
  private final DeliveryReader reader;
  private final Bundles bundles;
  private final Tempo tempo;
  private final NotifierConfig config;

  Claims(
      IncidentReader incidents,
      DeliveryReader reader,
      Bundles bundles,
      Tempo tempo,
      NotifierConfig config) {
    this.incidents = incidents;
    this.reader = reader;
    this.bundles = bundles;
    this.tempo = tempo;
    this.config = config;
  }

  /**
   * What was taken.
   *
   * @param suppressed what came to nothing when it was looked at again
   * @param next when to look for more, if hands are free by then
   */
  record Taken(List<Claim> claims, List<StoredDelivery> suppressed, Instant next) {}

  /** Takes what is due for a receiver, the most urgent first, at most so much. */
  Taken take(Receiver receiver, int most, Instant now) {
    Tempo.Room room = tempo.room(receiver, most, now);
    if (room.free() == 0) {
      return new Taken(List.of(), List.of(), room.next(0, now));
    }
    List<StoredDelivery> heads = heads(receiver, room.free(), now);
    List<Claim> claims = new ArrayList<>();
    List<StoredDelivery> suppressed = new ArrayList<>();
    Pile pile = bundles.pile(heads, receiver);
    for (StoredDelivery head : heads) {
      // One before it may have taken it along.
      if (head.state != DeliveryState.CLAIMED && head.state != DeliveryState.SUPPRESSED) {
        Bundle bundle = bundles.of(head, pile, receiver, now);
        suppressed.addAll(bundle.suppressed());
        if (!bundle.isEmpty()) {
          claims.add(claim(bundle, pile, receiver, head, now));
        }
      }
    }
    tempo.goes(receiver, room, claims.size(), now);
    Instant next =
        heads.size() < room.free()
            ? reader.nextDue(receiver.name(), now)
            : room.next(claims.size(), now);
    return new Taken(claims, suppressed, next);
  }

  private static List<StoredDelivery> heads(Receiver receiver, int most, Instant now) {
    return StoredDelivery.<StoredDelivery>find(
            """
            from StoredDelivery d
            where d.receiver = ?1 and d.dueAt <= ?2 and d.state in (PENDING, RETRY, UNKNOWN)
              and not exists (
                select 1 from StoredDelivery e
                where e.incident = d.incident and e.receiver = d.receiver
                  and (e.seq < d.seq or (e.seq = d.seq and e.round < d.round))
                  and (e.state = CLAIMED
                    or e.state in (PENDING, RETRY, UNKNOWN) and e.missing is null))
            order by d.urgency, d.dueAt, d.id
            """,
            receiver.name(),
            now)
        .withLock(PESSIMISTIC_WRITE)
        .withHint(LOCK_TIMEOUT, SKIP_LOCKED)
        .page(0, most)
        .list();
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

  private Claim claim(
      Bundle bundle, Pile pile, Receiver receiver, StoredDelivery head, Instant now) {
    Bundle.Part lead = bundle.lead();
    Incident incident = lead.view().incident();
    Long again = Bundles.repeatedAsItWas(head, receiver);
    long carrier = again == null ? lead.rows().getLast().id : again;
    UUID token = UUID.randomUUID();
    Conversation conversation = pile.conversation(incident.id());
    bundle.rows().forEach(row -> row.claimed(token, carrier, now.plus(config.delivery().lease())));
    return new Claim(
        token,
        receiver.name(),
        carrier,
        lead.rows().stream().map(StoredDelivery::owed).toList(),
        lead.view(),
        bundle.others(),
        conversation == null ? StoredConversation.begin(incident, receiver.name()) : conversation,
        pile.wasTold(incident.id()),
        lead.rows().stream().anyMatch(row -> row.plain),
        bundle.only(),
        incidents.releaseBefore(incident));
  }
}
