package io.stormdrain.notifier.store;

import io.stormdrain.notifier.incident.Finding;
import io.stormdrain.notifier.incident.FindingOrder;
import io.stormdrain.notifier.incident.Incident;
import io.stormdrain.notifier.incident.Transition;
import io.stormdrain.notifier.threshold.AlertRules;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Incidents as people look at them. Every method runs in its caller's transaction. */
@Singleton
public class IncidentReader {

  private final AlertRules rules;

  IncidentReader(AlertRules rules) {
    this.rules = rules;
  }

  /** An incident with all there is to say about it. */
  public Optional<IncidentView> view(UUID id) {
    return Optional.ofNullable(StoredIncident.<StoredIncident>findById(id)).map(this::view);
  }

  /** The same by the number that people call it by. */
  public Optional<IncidentView> view(long number) {
    return StoredIncident.<StoredIncident>find("number", number)
        .firstResultOptional()
        .map(this::view);
  }

  /** Numbers of incidents, by id. */
  public Map<UUID, Long> numbers(Collection<UUID> ids) {
    return StoredIncident.<StoredIncident>find("id in ?1", ids).stream()
        .collect(Collectors.toMap(row -> row.id, row -> row.number));
  }

  private IncidentView view(StoredIncident row) {
    List<Finding> findings =
        StoredFinding.<StoredFinding>find("incident", row.id).stream()
            .map(StoredFinding::value)
            .sorted(FindingOrder.by(rules))
            .toList();
    List<Transition> transitions =
        StoredTransition.<StoredTransition>find("incident = ?1 order by seq", row.id).stream()
            .map(StoredTransition::value)
            .toList();
    Incident incident = row.value();
    return new IncidentView(row.number, incident, findings, transitions);
  }
}
