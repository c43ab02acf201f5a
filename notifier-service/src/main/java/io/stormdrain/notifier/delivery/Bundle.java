package io.stormdrain.notifier.delivery;

import io.stormdrain.notifier.incident.Incident;
import io.stormdrain.notifier.message.Message;
import io.stormdrain.notifier.store.IncidentView;
import io.stormdrain.notifier.store.NumberedIncident;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Incidents that are told with one message: of the worst in full, of the others in a line.
 *
 * @param parts of one incident each; none when nothing is to be told now
 * @param suppressed what need not be told any more
 * @param members incidents that one of the parts, a storm, tells of; a line each
 */
record Bundle(List<Part> parts, List<StoredDelivery> suppressed, List<String> members) {

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
      return Bundle.line(new NumberedIncident(view.number(), view.incident()));
    }
  }

  Bundle {
    parts = List.copyOf(parts);
    suppressed = List.copyOf(suppressed);
    members = List.copyOf(members);
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

  /** The others, in the order in which they began, and what a storm among them tells of. */
  List<String> others() {
    List<Part> others = new ArrayList<>(parts);
    others.remove(lead());
    return Stream.concat(
            others.stream()
                .sorted(Comparator.comparingLong(part -> part.view().number()))
                .map(Part::line),
            members.stream())
        .toList();
  }

  /** Those behind the receiver who do not have it while others do; empty when nobody has. */
  Set<String> only() {
    List<StoredDelivery> rows = rows();
    return rows.stream().allMatch(StoredDelivery::isTellingSome)
        ? rows.stream().flatMap(row -> row.stillTold().stream()).collect(Collectors.toSet())
        : Set.of();
  }

  /** An incident at a glance. */
  static String line(NumberedIncident numbered) {
    Incident incident = numbered.incident();
    return "%s  %s: %s (%s)"
        .formatted(
            Message.label(numbered.number()),
            incident.app(),
            incident.title(),
            incident.isLive() ? incident.severity().word() : "resolved");
  }

  /** All rows of it. */
  List<StoredDelivery> rows() {
    return parts.stream().flatMap(part -> part.rows().stream()).toList();
  }
}
