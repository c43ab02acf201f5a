package io.stormdrain.notifier.delivery;

import io.stormdrain.notifier.incident.Incident;
import io.stormdrain.notifier.message.Message;
import io.stormdrain.notifier.store.IncidentView;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Incidents that are told with one message: of the worst in full, of the others in a line.
 *
 * @param parts of one incident each; none when nothing is to be told now
 * @param suppressed what need not be told any more
 */
record Bundle(List<Part> parts, List<StoredDelivery> suppressed) {

  /**
   * What of one incident waits.
   *
   * @param rows oldest first
   */
  record Part(IncidentView view, List<StoredDelivery> rows) {
    Part {
      rows = List.copyOf(rows);
    }

    String line() {
      Incident incident = view.incident();
      return "%s  %s: %s (%s)"
          .formatted(
              Message.label(view.number()),
              incident.app(),
              incident.title(),
              incident.isLive() ? incident.severity().word() : "resolved");
    }
  }

  Bundle {
    parts = List.copyOf(parts);
    suppressed = List.copyOf(suppressed);
  }

  boolean isEmpty() {
    return parts.isEmpty();
  }

  /** The one that is told in full: what goes on before what is over, and of that the worst. */
  Part lead() {
    return parts.stream()
        .max(
            Comparator.comparing((Part part) -> part.view().incident().isLive())
                .thenComparing(part -> part.view().incident().severity()))
        .orElseThrow();
  }

  /** The others, in the order in which they began. */
  List<String> others() {
    List<Part> others = new ArrayList<>(parts);
    others.remove(lead());
    return others.stream()
        .sorted(Comparator.comparingLong(part -> part.view().number()))
        .map(Part::line)
        .toList();
  }

  /** Those behind the receiver who do not have it while others do; empty when nobody has. */
  Set<String> only() {
    List<StoredDelivery> rows = rows();
    return rows.stream().allMatch(StoredDelivery::isTellingSome)
        ? rows.stream().flatMap(row -> row.stillTold().stream()).collect(Collectors.toSet())
        : Set.of();
  }

  /** All rows of it. */
  List<StoredDelivery> rows() {
    return parts.stream().flatMap(part -> part.rows().stream()).toList();
  }
}
