package io.stormdrain.notifier.store;

import io.stormdrain.notifier.incident.Incident;

/**
 * An incident and what people call it by.
 *
 * @param number 17 of INC-17
 */
public record NumberedIncident(long number, Incident incident) {}
