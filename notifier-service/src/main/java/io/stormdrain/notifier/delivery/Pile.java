package io.stormdrain.notifier.delivery;

import static io.stormdrain.notifier.delivery.DeliveryState.PENDING;
import static io.stormdrain.notifier.delivery.DeliveryState.RETRY;
import static io.stormdrain.notifier.delivery.DeliveryState.UNKNOWN;

import io.stormdrain.notifier.store.IncidentView;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What has to be known of some incidents to tell one receiver of them. It is read for all of them
 * at once: statements for each would be most of what telling costs.
 *
 * @param views the incidents
 * @param waiting what of each waits for the receiver, oldest first
 * @param conversations those that have begun
 * @param told those of which the receiver was told something
 */
record Pile(
    Map<UUID, IncidentView> views,
    Map<UUID, List<StoredDelivery>> waiting,
    Map<UUID, Conversation> conversations,
    Set<UUID> told) {

  static final Pile EMPTY = new Pile(Map.of(), Map.of(), Map.of(), Set.of());

  Pile {
    views = Map.copyOf(views);
    waiting = Map.copyOf(waiting);
    conversations = Map.copyOf(conversations);
    told = Set.copyOf(told);
  }

  IncidentView view(UUID incident) {
    return Objects.requireNonNull(views.get(incident), "every delivery is of an incident");
  }

  /** The incident of this one, and those that wait to be told with it, the earliest first. */
  Set<UUID> together(StoredDelivery head) {
    Set<UUID> together = new LinkedHashSet<>(Set.of(head.incident));
    if (head.bundle != null) {
      waiting.values().stream()
          .flatMap(List::stream)
          .filter(row -> row.state == PENDING || row.state == RETRY)
          .filter(row -> head.bundle.equals(row.bundle))
          .sorted(Comparator.comparing((StoredDelivery row) -> row.id))
          .forEach(row -> together.add(row.incident));
    }
    return together;
  }

  /**
   * What of an incident waits and nobody has taken meanwhile. What came after the incident was read
   * waits for the next time.
   */
  List<StoredDelivery> waiting(UUID incident) {
    int known = view(incident).incident().seq();
    return waiting.getOrDefault(incident, List.of()).stream()
        .filter(row -> row.state == PENDING || row.state == RETRY || row.state == UNKNOWN)
        .filter(row -> row.seq <= known)
        .toList();
  }

  /** Null when there is none yet. */
  @Nullable Conversation conversation(UUID incident) {
    return conversations.get(incident);
  }

  boolean wasTold(UUID incident) {
    return told.contains(incident);
  }
}
