package io.stormdrain.notifier.api;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.stormdrain.notifier.delivery.DeliveryReader;
import io.stormdrain.notifier.incident.Incident;
import io.stormdrain.notifier.incident.Titles;
import io.stormdrain.notifier.message.Composer;
import io.stormdrain.notifier.message.Notice;
import io.stormdrain.notifier.message.Occasion;
import io.stormdrain.notifier.report.Report;
import io.stormdrain.notifier.store.IncidentReader;
import io.stormdrain.notifier.store.IncidentView;
import io.stormdrain.notifier.threshold.Rulebook;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** Makes a report of an incident. */
@Singleton
public class Reports {

  private final Composer composer;
  private final Rulebook rules;
  private final IncidentReader incidents;
  private final DeliveryReader deliveries;
  private final InstantSource clock;

  Reports(
      Composer composer,
      Rulebook rules,
      IncidentReader incidents,
      DeliveryReader deliveries,
      InstantSource clock) {
    this.composer = composer;
    this.rules = rules;
    this.incidents = incidents;
    this.deliveries = deliveries;
    this.clock = clock;
  }

  /** As Markdown. */
  public String of(IncidentView view) {
    return QuarkusTransaction.requiringNew().call(() -> report(view).text(clock.instant()));
  }

  private Report report(IncidentView view) {
    Incident incident = view.incident();
    return new Report(
        composer.compose(
            view,
            new Occasion(Notice.UPDATED, incident.seq(), incidents.releaseBefore(incident), false)),
        incident.cause() == null
            ? Words.of(incident.state())
            : Words.of(incident.state()) + ": " + Words.of(incident.cause()),
        view.findings().stream()
            .map(finding ->
                new Report.Titled(
                    Titles.of(rules.inForce().find(finding.rule()), finding, incident.app()),
                    finding))
            .toList(),
        Composer.history(view),
        deliveries.ofIncident(incident.id()));
  }
}
