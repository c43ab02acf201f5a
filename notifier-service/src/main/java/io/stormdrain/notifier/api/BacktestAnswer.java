package io.stormdrain.notifier.api;

import io.stormdrain.notifier.backtest.Comparison;
import io.stormdrain.notifier.backtest.Difference;
import io.stormdrain.notifier.backtest.Telling;
import io.stormdrain.notifier.incident.Incident;
import io.stormdrain.notifier.store.IncidentView;
import io.stormdrain.notifier.threshold.AlertRules;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What alert rules would have made of the signals that Kafka still has. */
public record BacktestAnswer(
    @Schema(description = "Of signals from then on") Instant from,
    @Schema(description = "Until then") Instant until,
    @Schema(description = "Records of topic signals that were read") long records,
    @Schema(description = "Whether that was all that is kept of this time") boolean complete,
    @Schema(description = "How many rules were tried, the draft among those in force") int rules,
    @Schema(description = "How many incidents there would have been") int incidentsInAll,
    @Schema(description = "How many messages of their own they would have been worth")
        long messages,
    @Schema(description = "The worst of them first, at most 50") List<Entry> incidents,
    @Schema(description = "How many incidents differ from what the rules in force would have made")
        int differencesInAll,
    @Schema(description = "How they differ, at most 50; absent without a draft")
        @Nullable List<Change> differences) {

  static final int MOST = 50;

  public BacktestAnswer {
    incidents = List.copyOf(incidents);
    differences = differences == null ? null : List.copyOf(differences);
  }

  /** An incident that there would have been. */
  public record Entry(
      @Schema(description = "The app as its owner calls it") String app,
      @Schema(description = "production, staging, ...") @Nullable String environment,
      @Schema(description = "The rule that opens it") String type,
      @Schema(description = "critical, high, medium, low or info") String severity,
      @Schema(description = "What it would be called; log text in it is hostile, escape it")
          String title,
      @Schema(description = "When it was first seen, by the app's own time") Instant openedAt,
      @Schema(description = "How it ended, in words") String end,
      @Schema(description = "How many messages of their own it would have been worth")
          long messages,
      @Schema(description = "What the last of them would have said") String message) {

    static Entry of(IncidentView view, AlertRules rules) {
      Incident incident = view.incident();
      return new Entry(
          incident.app(),
          incident.environment(),
          incident.type(),
          incident.severity().word(),
          incident.title(),
          incident.openedAt(),
          Telling.end(incident),
          Comparison.messages(view),
          Telling.message(view, rules));
    }
  }

  /** An incident that the draft would have told otherwise. */
  public record Change(
      @Schema(description = "added, gone or changed") String kind,
      @Schema(description = "The incident, as it would be; as it was where it would be gone")
          Entry incident,
      @Schema(description = "What has changed, a line each") List<String> how) {

    public Change {
      how = List.copyOf(how);
    }

    static Change of(Difference difference, AlertRules before, AlertRules after) {
      return switch (difference) {
        case Difference.Gone gone -> new Change("gone", Entry.of(gone.was(), before), List.of());
        case Difference.Added added -> new Change("added", Entry.of(added.is(), after), List.of());
        case Difference.Changed changed ->
            new Change("changed", Entry.of(changed.is(), after), changed.how());
      };
    }
  }
}
