package io.stormdrain.notifier.incident;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The findings and incidents of one app, and what has changed of them since it was opened. */
public final class Docket {

  private final App app;
  private final Map<FindingId, Finding> findings = new LinkedHashMap<>();
  private final Map<UUID, Incident> incidents = new LinkedHashMap<>();
  private final Set<FindingId> changedFindings = new LinkedHashSet<>();
  private final Map<FindingId, Finding> dropped = new LinkedHashMap<>();
  private final List<Finding> left = new ArrayList<>();
  private final Set<UUID> changedIncidents = new LinkedHashSet<>();
  private final List<Transition> transitions = new ArrayList<>();
  private final List<Shadow> shadows = new ArrayList<>();

  /** Opens it with what was kept. */
  public Docket(App app, Collection<Finding> findings, Collection<Incident> incidents) {
    this.app = app;
    findings.forEach(finding -> this.findings.put(FindingId.of(finding), finding));
    incidents.forEach(incident -> this.incidents.put(incident.id(), incident));
  }

  /** Whose it is. */
  public App app() {
    return app;
  }

  /** All findings, in the order in which they were first seen. */
  public List<Finding> findings() {
    return List.copyOf(findings.values());
  }

  /** All incidents, in the order in which they were opened. */
  public List<Incident> incidents() {
    return List.copyOf(incidents.values());
  }

  /** Findings that are new or have changed. */
  public List<Finding> changedFindings() {
    return changedFindings.stream().map(findings::get).filter(Objects::nonNull).toList();
  }

  /** Findings that are no longer at hand, as they were last. */
  public List<Finding> droppedFindings() {
    return List.copyOf(dropped.values());
  }

  /**
   * Findings as they were last while they belonged to an incident to which they do not belong any
   * more: its history.
   */
  public List<Finding> leftFindings() {
    return List.copyOf(left);
  }

  /** Incidents that are new or have changed. */
  public List<Incident> changedIncidents() {
    return changedIncidents.stream().map(incidents::get).filter(Objects::nonNull).toList();
  }

  /** What has happened, in its order. */
  public List<Transition> transitions() {
    return List.copyOf(transitions);
  }

  /** What rules in shadow would have told. */
  public List<Shadow> shadows() {
    return List.copyOf(shadows);
  }

  @Nullable Finding find(FindingId id) {
    return findings.get(id);
  }

  @Nullable Incident find(@Nullable UUID id) {
    return id == null ? null : incidents.get(id);
  }

  List<Finding> ofRule(String rule) {
    return findings.values().stream().filter(finding -> finding.rule().equals(rule)).toList();
  }

  /** The findings an incident is made of. */
  public List<Finding> members(UUID incident) {
    return findings.values().stream()
        .filter(finding -> incident.equals(finding.incident()))
        .toList();
  }

  void put(Finding finding) {
    FindingId id = FindingId.of(finding);
    leave(findings.put(id, finding), finding.incident());
    changedFindings.add(id);
    dropped.remove(id);
  }

  void drop(Finding finding) {
    FindingId id = FindingId.of(finding);
    findings.remove(id);
    changedFindings.remove(id);
    dropped.put(id, finding);
    leave(finding, null);
  }

  private void leave(@Nullable Finding before, @Nullable UUID now) {
    if (before != null && before.incident() != null && !before.incident().equals(now)) {
      left.add(before);
    }
  }

  void put(Incident incident) {
    incidents.put(incident.id(), incident);
    changedIncidents.add(incident.id());
  }

  void put(Incident incident, Transition transition) {
    put(incident.changed(transition));
    transitions.add(transition);
  }

  void put(Shadow shadow) {
    shadows.add(shadow);
  }
}
