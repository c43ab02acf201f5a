package io.stormdrain.notifier.console;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.stormdrain.notifier.api.Paces;
import io.stormdrain.notifier.api.Sight;
import io.stormdrain.notifier.incident.Incident;
import io.stormdrain.notifier.incident.IncidentState;
import io.stormdrain.notifier.store.AppReader;
import io.stormdrain.notifier.store.AppView;
import io.stormdrain.notifier.store.IncidentFilter;
import io.stormdrain.notifier.store.IncidentReader;
import io.stormdrain.notifier.store.NumberedIncident;
import io.stormdrain.notifier.threshold.Severity;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what is on the page of what is wrong now. */
@Singleton
class NowPages {

  private static final int SHOWN = 100;
  private static final int OVER_READ = 30;
  private static final int OVER_SHOWN = 8;
  private static final int APPS = 100;

  private final IncidentReader incidents;
  private final AppReader apps;
  private final Paces paces;
  private final Sight sight;

  NowPages(IncidentReader incidents, AppReader apps, Paces paces, Sight sight) {
    this.incidents = incidents;
    this.apps = apps;
    this.paces = paces;
    this.sight = sight;
  }

  NowPage read(Instant now) {
    return QuarkusTransaction.requiringNew().call(() -> page(now));
  }

  private NowPage page(Instant now) {
    Set<String> among = sight.apps();
    List<IncidentReader.Open> open = incidents.open(among);
    List<NumberedIncident> shown = incidents.worst(among, SHOWN);
    List<NumberedIncident> over =
        incidents.list(overFilter(among), OVER_READ).stream()
            .sorted(
                Comparator.comparing(
                    (NumberedIncident entry) -> resolvedAt(entry), Comparator.reverseOrder()))
            .limit(OVER_SHOWN)
            .toList();
    Cards cards = new Cards(incidents, Stream.concat(shown.stream(), over.stream()).toList());
    List<AppView> heard = apps.latest(among, APPS);
    return new NowPage(
        groups(shown, cards),
        count(open.stream().filter(one -> one.severity() != Severity.INFO)),
        count(open.stream()) - shown.size(),
        AppCards.of(heard, open, paces.of(heard), now),
        Math.max(0, apps.count(among) - heard.size()),
        cards.of(over));
  }

  private static int count(Stream<IncidentReader.Open> open) {
    return (int) open.mapToLong(IncidentReader.Open::count).sum();
  }

  private static Instant resolvedAt(NumberedIncident entry) {
    Incident incident = entry.incident();
    return Objects.requireNonNullElse(incident.resolvedAt(), incident.changedAt());
  }

  /** What is only for the record is not worth a look once it is over. */
  private static IncidentFilter overFilter(@Nullable Set<String> among) {
    return new IncidentFilter(
        Set.of(IncidentState.RESOLVED),
        EnumSet.complementOf(EnumSet.of(Severity.INFO)),
        null,
        Long.MAX_VALUE,
        among);
  }

  private static List<NowPage.Group> groups(List<NumberedIncident> shown, Cards cards) {
    return Stream.of(Severity.values())
        .sorted(Comparator.reverseOrder())
        .map(severity ->
            new NowPage.Group(
                severity.word(),
                cards.of(
                    shown.stream()
                        .filter(entry -> entry.incident().severity() == severity)
                        .toList())))
        .filter(group -> !group.incidents().isEmpty())
        .toList();
  }
}
