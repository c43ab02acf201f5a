package io.stormdrain.notifier.store;

import io.stormdrain.notifier.incident.Finding;
import io.stormdrain.notifier.incident.Incident;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads and writes incidents, those of many apps in one go. */
final class IncidentRows {

  private IncidentRows() {}

  /** The incidents that these findings belong to, by their app, in the order of their opening. */
  static Map<String, List<Incident>> of(Map<String, List<Finding>> findings) {
    List<UUID> ids =
        findings.values().stream()
            .flatMap(List::stream)
            .map(Finding::incident)
            .filter(Objects::nonNull)
            .distinct()
            .toList();
    if (ids.isEmpty()) {
      return Map.of();
    }
    return StoredIncident.<StoredIncident>find("id in ?1 order by openedAt, id", ids).stream()
        .map(StoredIncident::value)
        .collect(Collectors.groupingBy(Incident::source));
  }

  /** Writes new ones and changed ones. */
  static void save(List<Incident> changed) {
    if (changed.isEmpty()) {
      return;
    }
    Map<UUID, StoredIncident> rows =
        StoredIncident.<StoredIncident>find("id in ?1", changed.stream().map(Incident::id).toList())
            .stream()
            .collect(Collectors.toMap(row -> row.id, row -> row));
    for (Incident incident : changed) {
      StoredIncident row = rows.get(incident.id());
      if (row == null) {
        row = new StoredIncident();
        row.id = incident.id();
        row.source = incident.source();
        row.previous = previous(incident);
        row.value(incident);
        row.persist();
      } else {
        row.value(incident);
      }
    }
  }

  private static @Nullable UUID previous(Incident incident) {
    return StoredIncident.<StoredIncident>find(
            "source = ?1 and type = ?2 and key = ?3 order by openedAt desc",
            incident.source(),
            incident.type(),
            incident.key())
        .firstResultOptional()
        .map(row -> row.id)
        .orElse(null);
  }
}
