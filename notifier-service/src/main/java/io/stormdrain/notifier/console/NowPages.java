package io.stormdrain.notifier.console;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.stormdrain.notifier.api.Words;
import io.stormdrain.notifier.incident.Finding;
import io.stormdrain.notifier.incident.Incident;
import io.stormdrain.notifier.incident.IncidentState;
import io.stormdrain.notifier.message.InWords;
import io.stormdrain.notifier.message.LogText;
import io.stormdrain.notifier.message.Message;
import io.stormdrain.notifier.store.AppReader;
import io.stormdrain.notifier.store.AppView;
import io.stormdrain.notifier.store.IncidentFilter;
import io.stormdrain.notifier.store.IncidentReader;
import io.stormdrain.notifier.store.NumberedIncident;
import io.stormdrain.notifier.threshold.Severity;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Reads what is on the page of what is wrong now. */
@Singleton
class NowPages {

  /** The worst of so many of the newest are shown; with more of them the list helps nobody. */
  private static final int READ = 500;

  private static final int SHOWN = 100;
  private static final int OVER_READ = 30;
  private static final int OVER_SHOWN = 8;
  private static final int APPS = 200;
  private static final int LONGEST_TITLE = 200;

  private static final Set<IncidentState> LIVE =
      EnumSet.complementOf(EnumSet.of(IncidentState.RESOLVED));

  private final IncidentReader incidents;
  private final AppReader apps;

  NowPages(IncidentReader incidents, AppReader apps) {
    this.incidents = incidents;
    this.apps = apps;
  }

  NowPage read(Instant now) {
    return QuarkusTransaction.requiringNew().call(() -> page(now));
  }

  private NowPage page(Instant now) {
    List<NumberedIncident> live = new ArrayList<>(incidents.list(filter(LIVE), READ));
    live.sort(
        Comparator.comparing((NumberedIncident entry) -> entry.incident().severity())
            .reversed()
            .thenComparing(entry -> entry.incident().openedAt(), Comparator.reverseOrder()));
    List<NumberedIncident> shown = live.subList(0, Math.min(SHOWN, live.size()));
    List<NumberedIncident> over =
        incidents.list(overFilter(), OVER_READ).stream()
            .sorted(
                Comparator.comparing(
                    (NumberedIncident entry) -> resolvedAt(entry), Comparator.reverseOrder()))
            .limit(OVER_SHOWN)
            .toList();
    Map<UUID, Finding> leads =
        incidents.leads(
            Stream.concat(shown.stream(), over.stream()).map(NumberedIncident::incident).toList());
    List<AppView> heard = apps.latest(APPS);
    return new NowPage(
        groups(shown, leads),
        (int) live.stream().filter(NowPages::isTold).count(),
        live.size() - shown.size(),
        AppCards.of(heard, live.stream().map(NumberedIncident::incident).toList(), now),
        Math.max(0, apps.count() - heard.size()),
        over.stream().map(entry -> card(entry, leads)).toList());
  }

  private static boolean isTold(NumberedIncident entry) {
    return entry.incident().severity() != Severity.INFO;
  }

  private static Instant resolvedAt(NumberedIncident entry) {
    Incident incident = entry.incident();
    return Objects.requireNonNullElse(incident.resolvedAt(), incident.changedAt());
  }

  /** What is only for the record is not worth a look once it is over. */
  private static IncidentFilter overFilter() {
    return new IncidentFilter(
        Set.of(IncidentState.RESOLVED),
        EnumSet.complementOf(EnumSet.of(Severity.INFO)),
        null,
        Long.MAX_VALUE);
  }

  private static IncidentFilter filter(Set<IncidentState> states) {
    return new IncidentFilter(states, Set.of(), null, Long.MAX_VALUE);
  }

  private static List<NowPage.Group> groups(
      List<NumberedIncident> shown, Map<UUID, Finding> leads) {
    return Stream.of(Severity.values())
        .sorted(Comparator.reverseOrder())
        .map(severity ->
            new NowPage.Group(
                severity.word(),
                shown.stream()
                    .filter(entry -> entry.incident().severity() == severity)
                    .map(entry -> card(entry, leads))
                    .toList()))
        .filter(group -> !group.incidents().isEmpty())
        .toList();
  }

  private static NowPage.Card card(NumberedIncident entry, Map<UUID, Finding> leads) {
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
