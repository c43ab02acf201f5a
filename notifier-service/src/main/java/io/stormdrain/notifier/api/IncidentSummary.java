package io.stormdrain.notifier.api;

import io.stormdrain.notifier.incident.Incident;
import io.stormdrain.notifier.message.Message;
import io.stormdrain.notifier.store.NumberedIncident;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An incident in a list. */
public record IncidentSummary(
    String label,
    UUID id,
    String app,
    @Nullable String environment,
    String platform,
    @Nullable String process,
    String type,
    String title,
    String state,
    String severity,
    Instant openedAt,
    Instant changedAt,
    @Nullable Instant resolvedAt,
    @Nullable String cause,
    @Nullable String acknowledgedBy) {

  static IncidentSummary of(NumberedIncident numbered) {
    Incident incident = numbered.incident();
    return new IncidentSummary(
        Message.label(numbered.number()),
        incident.id(),
        incident.app(),
        incident.environment(),
        incident.platform(),
        incident.process(),
        incident.type(),
        incident.title(),
        Words.of(incident.state()),
        Words.of(incident.severity()),
        incident.openedAt(),
        incident.changedAt(),
        incident.resolvedAt(),
        Words.ofNullable(incident.cause()),
        incident.acknowledgedBy());
  }
}
