package io.stormdrain.notifier.api;

import io.stormdrain.notifier.incident.Incident;
import io.stormdrain.notifier.message.Message;
import io.stormdrain.notifier.store.NumberedIncident;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An incident in a list. */
public record IncidentSummary(
    @Schema(description = "What people call it by: INC-17") String label,
    @Schema(description = "Its identity") UUID id,
    @Schema(description = "The app as its owner calls it") String app,
    @Schema(description = "production, staging, ...") @Nullable String environment,
    @Schema(description = "heroku, railway, ...") String platform,
    @Schema(description = "The process in trouble: web.1; absent where the whole app is")
        @Nullable String process,
    @Schema(description = "Class of trouble: missing-module") String type,
    @Schema(description = "What is wrong where; log text in it is hostile, escape it") String title,
    @Schema(description = "open, acknowledged, recovering or resolved") String state,
    @Schema(description = "critical, high, medium, low or info") String severity,
    @Schema(description = "When it was first seen, by the app's own time") Instant openedAt,
    @Schema(description = "When it changed last") Instant changedAt,
    @Schema(description = "When it was over; absent while it is not") @Nullable Instant resolvedAt,
    @Schema(description = "Why it is over: recovered, quiet, ...") @Nullable String cause,
    @Schema(description = "Who looks after it") @Nullable String acknowledgedBy) {

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
