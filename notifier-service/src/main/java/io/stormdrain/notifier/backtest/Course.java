package io.stormdrain.notifier.backtest;

import io.stormdrain.notifier.incident.Docket;
import io.stormdrain.notifier.incident.Finding;
import io.stormdrain.notifier.incident.FindingId;
import io.stormdrain.notifier.incident.FindingOrder;
import io.stormdrain.notifier.incident.Incident;
import io.stormdrain.notifier.incident.Transition;
import io.stormdrain.notifier.store.IncidentView;
import io.stormdrain.notifier.threshold.AlertRules;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An incident from its first transition on, with the latest that is known of its findings. */
final class Course {

  private final Map<FindingId, Finding> findings = new LinkedHashMap<>();
  private final List<Transition> transitions = new ArrayList<>();
  private Incident incident;

  Course(Incident incident) {
    this.incident = incident;
  }

  void add(Transition transition) {
    transitions.add(transition);
  }

  /** Takes over what a docket knows of it now. */
  void look(Incident now, Docket docket) {
    incident = now;
    docket.members(now.id()).forEach(this::keep);
  }

  void keep(Finding finding) {
    findings.put(FindingId.of(finding), finding);
  }

  Incident incident() {
    return incident;
  }

  IncidentView view(long number, AlertRules rules) {
    return new IncidentView(
        number,
        incident,
        findings.values().stream().sorted(FindingOrder.by(rules)).toList(),
        transitions);
  }
}
