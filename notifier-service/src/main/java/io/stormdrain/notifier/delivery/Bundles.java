package io.stormdrain.notifier.delivery;

import static jakarta.persistence.LockModeType.PESSIMISTIC_WRITE;

import io.stormdrain.notifier.incident.Incident;
import io.stormdrain.notifier.route.Hold;
import io.stormdrain.notifier.store.IncidentReader;
import io.stormdrain.notifier.store.Members;
import io.stormdrain.notifier.storm.Storms;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Puts together what is told with one message, and looks once more at what was held back: whether
 * it still is, and whether it is still worth telling. In its caller's transaction.
 */
@Singleton
class Bundles {

  private static final int MOST = 100;

  private final IncidentReader incidents;
  private final DeliveryReader reader;
  private final Rulings rulings;
  private final Receivers receivers;
  private final Members members;

  Bundles(
      IncidentReader incidents,
      DeliveryReader reader,
      Rulings rulings,
      Receivers receivers,
      Members members) {
    this.members = members;
    this.incidents = incidents;
    this.reader = reader;
    this.rulings = rulings;
    this.receivers = receivers;
  }

  /** What has to be known to tell a receiver of these, and of what is told with them. */
  Pile pile(List<StoredDelivery> heads, Receiver receiver) {
    if (heads.isEmpty()) {
      return Pile.EMPTY;
    }
    String name = receiver.name();
    Set<UUID> about = about(heads, name);
    return new Pile(
        incidents.views(about),
        waiting(about, name),
        StoredConversation.begun(about, name),
        reader.told(about, name));
  }

  private static Set<UUID> about(List<StoredDelivery> heads, String receiver) {
    Set<UUID> about = new HashSet<>();
    Set<String> bundles = new HashSet<>();
    for (StoredDelivery head : heads) {
      about.add(head.incident);
      if (head.bundle != null && bundles.add(head.bundle)) {
        ofBundle(head.bundle, receiver).forEach(row -> about.add(row.incident));
      }
    }
    return about;
  }

  private static List<StoredDelivery> ofBundle(String bundle, String receiver) {
    return StoredDelivery.<StoredDelivery>find(
            "receiver = ?1 and bundle = ?2 and state in (PENDING, RETRY) order by id",
            receiver,
            bundle)
        .page(0, MOST)
        .list();
  }

  /** What is told with this one, itself included. */
  Bundle of(StoredDelivery head, Pile pile, Receiver receiver, Instant now) {
    List<Bundle.Part> parts = new ArrayList<>();
    List<StoredDelivery> suppressed = new ArrayList<>();
    for (UUID incident : pile.together(head)) {
      Bundle.Part part = part(head, incident, pile, receiver);
      if (!part.rows().isEmpty() && mayBeTold(part, now)) {
        parts.add(part);
      }
      part.rows().stream()
          .filter(row -> row.state == DeliveryState.SUPPRESSED)
          .forEach(suppressed::add);
    }
    return new Bundle(parts, suppressed, members(parts));
  }

  private List<String> members(List<Bundle.Part> parts) {
    return parts.stream()
        .map(part -> part.view().incident())
        .filter(Storms::isOne)
        .flatMap(storm -> members.of(storm.id(), MOST).stream())
        .map(Bundle::line)
        .toList();
  }

  private static Bundle.Part part(
      StoredDelivery head, UUID incident, Pile pile, Receiver receiver) {
    Long again = repeatedAsItWas(head, receiver);
    return new Bundle.Part(
        pile.view(incident),
        pile.waiting(incident).stream()
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

  private static Map<UUID, List<StoredDelivery>> waiting(Set<UUID> about, String receiver) {
    return StoredDelivery.<StoredDelivery>find(
            "incident in ?1 and receiver = ?2 and state"
                + StoredDelivery.WAITS
                + "order by incident, seq, round",
            about,
            receiver)
        .withLock(PESSIMISTIC_WRITE)
        .stream()
        .collect(Collectors.groupingBy(row -> row.incident));
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
