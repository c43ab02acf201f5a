package io.stormdrain.notifier.console;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.stormdrain.notifier.api.Directory;
import io.stormdrain.notifier.api.ReleaseEntry;
import io.stormdrain.notifier.api.Span;
import io.stormdrain.notifier.chart.Columns;
import io.stormdrain.notifier.incident.Incident;
import io.stormdrain.notifier.process.Release;
import io.stormdrain.notifier.store.AppView;
import io.stormdrain.notifier.store.IncidentFilter;
import io.stormdrain.notifier.store.IncidentReader;
import io.stormdrain.notifier.store.NumberedIncident;
import io.stormdrain.notifier.store.ReleaseReader;
import io.stormdrain.notifier.store.VitalsStore;
import io.stormdrain.notifier.threshold.Severity;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads what is on the page of an app. */
@Singleton
class AppPages {

  private static final Duration HEALTHY_FOR = Duration.ofMinutes(10);
  private static final int INCIDENTS = 100;
  private static final int PAST = 20;

  private final Directory directory;
  private final ReleaseReader releases;
  private final IncidentReader incidents;
  private final VitalsStore vitals;

  AppPages(
      Directory directory, ReleaseReader releases, IncidentReader incidents, VitalsStore vitals) {
    this.directory = directory;
    this.releases = releases;
    this.incidents = incidents;
    this.vitals = vitals;
  }

  /**
   * Reads it.
   *
   * @param environment which of several apps of that name; null for the first
   */
  AppPage read(String name, @Nullable String environment, Span span, Instant now) {
    List<AppView> all = directory.named(name);
    AppView app = Directory.of(all, environment);
    return QuarkusTransaction.requiringNew().call(() -> page(app, all, span, now));
  }

  private AppPage page(AppView app, List<AppView> all, Span span, Instant now) {
    List<NumberedIncident> its =
        incidents
            .list(
                new IncidentFilter(
                    Set.of(),
                    EnumSet.complementOf(EnumSet.of(Severity.INFO)),
                    app.app(),
                    Long.MAX_VALUE,
                    null),
                INCIDENTS)
            .stream()
            .filter(entry -> entry.incident().source().equals(app.source()))
            .toList();
    Cards cards = new Cards(incidents, its);
    Severity worst =
        its.stream()
            .map(NumberedIncident::incident)
            .filter(Incident::isLive)
            .map(Incident::severity)
            .reduce(Severity.INFO, Severity::worse);
    return new AppPage(
        Shown.name(app.app()),
        AppCards.where(app),
        AppCards.state(app, worst, now),
        new Moment(app.heardAt()),
        environments(app, all),
        spans(app, span),
        processes(app),
        released(app, now),
        Starts.of(app.story().boots()),
        charts(app, span, now),
        cards.of(
            its.stream()
                .filter(entry -> entry.incident().isLive())
                .sorted(Cards.WORST_FIRST)
                .toList()),
        cards.of(its.stream().filter(entry -> !entry.incident().isLive()).limit(PAST).toList()));
  }

  private static List<AppPage.Choice> environments(AppView app, List<AppView> all) {
    return all.size() < 2
        ? List.of()
        : all.stream()
            .map(one ->
                new AppPage.Choice(
                    AppCards.where(one),
                    Href.app(one.app(), one.environment()),
                    one.source().equals(app.source())))
            .toList();
  }

  private static List<AppPage.Choice> spans(AppView app, Span chosen) {
    String href = Href.app(app.app(), app.environment());
    return Arrays.stream(Span.values())
        .map(span ->
            new AppPage.Choice(
                span.word(),
                href + (app.environment() == null ? "?" : "&") + "span=" + span.word(),
                span == chosen))
        .toList();
  }

  private static List<AppPage.ProcessNow> processes(AppView app) {
    return app.story().processes().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(process -> AppCards.process(process.getKey(), process.getValue()))
        .toList();
  }

  private List<AppPage.Released> released(AppView app, Instant now) {
    return releases.of(app.app()).stream()
        .filter(known -> known.source().equals(app.source()))
        .flatMap(known -> ReleaseEntry.of(known, now, HEALTHY_FOR).stream())
        .map(AppPages::released)
        .toList();
  }

  private static AppPage.Released released(ReleaseEntry entry) {
    return new AppPage.Released(
        Shown.name(entry.version()),
        Shown.text(entry.what()),
        new Moment(entry.at()),
        entry.verdict(),
        Moment.of(entry.upAt()),
        entry.deaths(),
        entry.incidents().stream().map(ReleaseEntry.Began::label).toList());
  }

  private List<Figure> charts(AppView app, Span span, Instant now) {
    Columns columns = span.before(now);
    return new VitalsCharts(
            columns,
            vitals.read(app.source(), span.step(), columns.from(), columns.until()),
            app.story().releases().stream()
                .collect(
                    Collectors.toMap(
                        Release::at, release -> Shown.name(release.version()), (a, b) -> b)))
        .all().stream().map(Figure::of).toList();
  }
}
