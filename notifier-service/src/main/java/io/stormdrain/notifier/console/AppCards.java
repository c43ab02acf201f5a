package io.stormdrain.notifier.console;

import io.stormdrain.notifier.chart.Unit;
import io.stormdrain.notifier.process.ProcessState;
import io.stormdrain.notifier.process.Release;
import io.stormdrain.notifier.store.AppView;
import io.stormdrain.notifier.store.IncidentReader;
import io.stormdrain.notifier.threshold.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How apps stand, those in the worst trouble first. Pure. */
final class AppCards {

  /** An app that says nothing for so long may have lost its drain. */
  private static final Duration SILENT = Duration.ofMinutes(15);

  private static final String QUIET = "quiet";

  private AppCards() {}

  /**
   * Those who are shown.
   *
   * @param pace log lines per second by source; of some none is known
   */
  static List<NowPage.App> of(
      List<AppView> apps, List<IncidentReader.Open> open, Map<String, Double> pace, Instant now) {
    Map<String, List<IncidentReader.Open>> bySource =
        open.stream()
            .filter(one -> one.severity() != Severity.INFO)
            .collect(Collectors.groupingBy(IncidentReader.Open::source));
    return apps.stream()
        .sorted(
            Comparator.comparing(
                    (AppView app) -> worst(bySource.getOrDefault(app.source(), List.of())))
                .reversed()
                .thenComparing(AppView::app))
        .map(app ->
            card(app, bySource.getOrDefault(app.source(), List.of()), pace.get(app.source()), now))
        .toList();
  }

  private static Severity worst(List<IncidentReader.Open> open) {
    return open.stream().map(IncidentReader.Open::severity).reduce(Severity.INFO, Severity::worse);
  }

  private static NowPage.App card(
      AppView app, List<IncidentReader.Open> open, @Nullable Double pace, Instant now) {
    List<Release> releases = app.story().releases();
    Release release = releases.isEmpty() ? null : releases.getLast();
    return new NowPage.App(
        Shown.name(app.app()),
        where(app),
        Href.app(app.app(), app.environment()),
        state(app, worst(open), now),
        (int) open.stream().mapToLong(IncidentReader.Open::count).sum(),
        processes(app.story().processes().values()),
        release == null ? null : Shown.name(release.version()),
        release == null || release.what() == null ? null : Shown.name(release.what()),
        release == null ? null : new Moment(release.at()),
        pace == null ? null : Unit.PER_SECOND.text(pace),
        new Moment(app.heardAt()));
  }

  /** Its environment and platform. */
  static String where(AppView app) {
    return Shown.name(
        app.environment() == null ? app.platform() : app.environment() + ", " + app.platform());
  }

  /** How one of its processes is. */
  static AppPage.ProcessNow process(String name, ProcessState state) {
    String shown = Shown.name(name);
    if (state.upAt() != null) {
      return new AppPage.ProcessNow(shown, "up", new Moment(state.upAt()), state.deaths());
    }
    if (state.deathOpen()) {
      return new AppPage.ProcessNow(shown, "crashed", Moment.of(state.diedAt()), state.deaths());
    }
    return state.startedAt() == null
        ? new AppPage.ProcessNow(shown, "stopped", Moment.of(state.stoppedAt()), state.deaths())
        : new AppPage.ProcessNow(shown, "starting", new Moment(state.startedAt()), state.deaths());
  }

  /**
   * How it is, in a word.
   *
   * @param worst of what is open and told; info when nothing is
   */
  static String state(AppView app, Severity worst, Instant now) {
    if (worst != Severity.INFO) {
      return worst.word();
    }
    return app.heardAt().plus(SILENT).isBefore(now) ? "silent" : QUIET;
  }

  private static @Nullable String processes(Collection<ProcessState> processes) {
    long up = processes.stream().filter(process -> process.upAt() != null).count();
    long dead =
        processes.stream()
            .filter(process -> process.upAt() == null && process.deaths() > 0)
            .count();
    List<String> words = new ArrayList<>();
    if (up > 0) {
      words.add(up + " up");
    }
    if (dead > 0) {
      words.add(dead + " crashed");
    }
    return words.isEmpty() ? null : String.join(", ", words);
  }
}
