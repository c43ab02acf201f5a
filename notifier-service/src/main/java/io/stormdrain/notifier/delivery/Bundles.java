package io.stormdrain.notifier.delivery;

import static jakarta.persistence.LockModeType.PESSIMISTIC_WRITE;

import io.stormdrain.notifier.incident.Incident;
import io.stormdrain.notifier.route.Hold;
import io.stormdrain.notifier.store.IncidentReader;
import io.stormdrain.notifier.store.IncidentView;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Puts together what is told with one message, and looks once more at what was held back: whether
 * it still is, and whether it is still worth telling. In its caller's transaction.
 */
@Singleton
class Bundles {

  private static final int MOST = 100;

  private final IncidentReader incidents;
  private final Rulings rulings;
  private final Receivers receivers;

  Bundles(IncidentReader incidents, Rulings rulings, Receivers receivers) {
    this.incidents = incidents;
    this.rulings = rulings;
    this.receivers = receivers;
  }

  /** What is told with this one, itself included. */
  Bundle of(StoredDelivery head, Receiver receiver, Instant now) {
    List<Bundle.Part> parts = new ArrayList<>();
    List<StoredDelivery> suppressed = new ArrayList<>();
    for (UUID incident : incidents(head)) {
      Bundle.Part part = part(head, incident, receiver);
      if (!part.rows().isEmpty() && mayBeTold(part, now)) {
        parts.add(part);
      }
      part.rows().stream()
          .filter(row -> row.state == DeliveryState.SUPPRESSED)
          .forEach(suppressed::add);
    }
    return new Bundle(parts, suppressed);
  }

  private static Set<UUID> incidents(StoredDelivery head) {
    Set<UUID> found = new LinkedHashSet<>();
    found.add(head.incident);
    if (head.bundle != null) {
      StoredDelivery.<StoredDelivery>find(
              "receiver = ?1 and bundle = ?2 and state in (PENDING, RETRY) order by id",
              head.receiver,
              head.bundle)
          .page(0, MOST)
          .stream()
          .map(row -> row.incident)
          .forEach(found::add);
    }
    return found;
  }

  /**
   * The incident is read before its deliveries, and only those are taken that it knows of: all of a
   * later transition waits for the next time.
   */
  private Bundle.Part part(StoredDelivery head, UUID incident, Receiver receiver) {
    IncidentView view = incidents.view(incident).orElseThrow();
    Long again = repeatedAsItWas(head, receiver);
    return new Bundle.Part(
        view,
        waiting(incident, head.receiver, view.incident().seq()).stream()
            .filter(row -> again == null || again.equals(row.toldBy))
            .filter(row -> row.isTellingSome() || !head.isTellingSome())
            .toList());
  }

  private boolean mayBeTold(Bundle.Part part, Instant now) {
    Incident incident = part.view().incident();
    List<StoredDelivery> rows = part.rows();
    StoredDelivery first = rows.getFirst();
    if (first.held == null) {
      return true;
    }
    Optional<Hold> still =
        rulings.hold(
            receivers.plan().routing(), incident, incident.severity(), first.createdAt, now);
    if (still.isPresent()) {
      rows.forEach(row -> row.holds(still.get()));
      return false;
    }
    if (!incident.isLive() && !first.held.isToldLater()) {
      rows.forEach(row -> row.suppressed(now));
      return false;
    }
    rows.forEach(row -> row.released(now));
    return true;
  }

  private static List<StoredDelivery> waiting(UUID incident, String receiver, int upTo) {
    return StoredDelivery.<StoredDelivery>find(
            "incident = ?1 and receiver = ?2 and seq <= ?3 and state"
                + StoredDelivery.WAITS
                + "order by seq, round",
            incident,
            receiver,
            upTo)
        .withLock(PESSIMISTIC_WRITE)
        .list();
  }

  /**
   * What a receiver that drops what it has seen before must be told once more just as it was; null
   * where it may be told the latest instead.
   */
  static @Nullable Long repeatedAsItWas(StoredDelivery head, Receiver receiver) {
    return head.state == DeliveryState.UNKNOWN
            && head.bundle == null
            && receiver.repeats() == Receiver.Repeats.ABSORBED
        ? head.toldBy
        : null;
  }
}
