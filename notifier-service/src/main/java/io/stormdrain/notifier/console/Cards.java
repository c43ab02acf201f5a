package io.stormdrain.notifier.console;

import io.stormdrain.notifier.api.Words;
import io.stormdrain.notifier.incident.Finding;
import io.stormdrain.notifier.incident.Incident;
import io.stormdrain.notifier.message.InWords;
import io.stormdrain.notifier.message.LogText;
import io.stormdrain.notifier.message.Message;
import io.stormdrain.notifier.store.IncidentReader;
import io.stormdrain.notifier.store.NumberedIncident;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Incidents at a glance. */
final class Cards {

  static final Comparator<NumberedIncident> WORST_FIRST =
      Comparator.comparing((NumberedIncident entry) -> entry.incident().severity())
          .reversed()
          .thenComparing(entry -> entry.incident().openedAt(), Comparator.reverseOrder());

  private static final int LONGEST_TITLE = 200;

  private final Map<UUID, Finding> leads;

  /** Reads what these are about, in the caller's transaction. */
  Cards(IncidentReader incidents, Collection<NumberedIncident> entries) {
    this.leads = incidents.leads(entries.stream().map(NumberedIncident::incident).toList());
  }

  List<NowPage.Card> of(List<NumberedIncident> entries) {
    return entries.stream().map(this::card).toList();
  }

  private NowPage.Card card(NumberedIncident entry) {
    Incident incident = entry.incident();
    Finding lead = leads.get(incident.id());
    return new NowPage.Card(
        Message.label(entry.number()),
        LogText.line(incident.title(), LONGEST_TITLE),
        Shown.name(incident.app()),
        incident.process() == null ? null : Shown.name(incident.process()),
        incident.severity().word(),
        Words.of(incident.state()),
        lead == null ? "once" : InWords.times(lead.tally().total()),
        new Moment(incident.openedAt()),
        lead == null ? null : new Moment(lead.lastSeen()),
        Moment.of(incident.resolvedAt()),
        Words.ofNullable(incident.cause()),
        Shown.text(incident.acknowledgedBy()));
  }
}
