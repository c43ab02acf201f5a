package io.stormdrain.notifier.store;

import io.stormdrain.notifier.incident.Finding;
import io.stormdrain.notifier.incident.Incident;
import io.stormdrain.notifier.incident.Transition;
import java.util.List;

/**
 * All there is to say about an incident.
 *
 * @param number what people call it by: INC-17
 * @param findings what it is made of, causes before their effects
 * @param transitions from the first
 */
public record IncidentView(
    long number, Incident incident, List<Finding> findings, List<Transition> transitions) {
  public IncidentView {
    findings = List.copyOf(findings);
    transitions = List.copyOf(transitions);
  }
}
