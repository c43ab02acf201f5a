package io.stormdrain.notifier.console;

import io.stormdrain.notifier.chart.Chart;
import io.stormdrain.notifier.chart.Columns;
import io.stormdrain.notifier.chart.Plot;
import io.stormdrain.notifier.chart.Series;
import io.stormdrain.notifier.chart.Unit;
import io.stormdrain.notifier.signal.Vitals;
import io.stormdrain.notifier.vitals.Counts;
import io.stormdrain.notifier.vitals.Window;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Draws what was counted of an app. Pure. */
final class VitalsCharts {

  private static final List<String> STATUSES = List.of("1xx", "2xx", "3xx", "4xx", "5xx", "none");

  /** Processes of which the memory is drawn, those that use most. */
  private static final int PROCESSES = 4;

  private final Columns columns;
  private final Map<Instant, String> releases;
  private final List<Counts> counts;

  VitalsCharts(Columns columns, List<Window> windows, Map<Instant, String> releases) {
    this.columns = columns;
    this.releases = releases;
    Counts[] all = new Counts[columns.count()];
    Arrays.fill(all, Counts.NONE);
    for (Window window : windows) {
      Integer column = columns.of(window.from());
      if (column != null) {
        all[column] = all[column].plus(window.counts());
      }
    }
    this.counts = List.of(all);
  }

  List<Chart> all() {
    return List.of(requests(), latencies(), memory(), lines());
  }

  private Chart requests() {
    Set<String> seen =
        counts.stream()
            .flatMap(one -> one.requests().keySet().stream())
            .collect(Collectors.toSet());
    return plot("requests", "Requests by status", Unit.PER_SECOND)
        .stacked(
            STATUSES.stream()
                .filter(seen::contains)
                .map(status ->
                    series(
                        status.equals("none") ? "no status" : status,
                        "status-" + status,
                        one -> perSecond(one.requests().getOrDefault(status, 0L))))
                .toList());
  }

  private Chart latencies() {
    return plot("latencies", "How long requests took", Unit.MILLIS)
        .lines(
            List.of(
                series("p99", "third", one -> one.latencies().quantile(0.99)),
                series("p95", "second", one -> one.latencies().quantile(0.95)),
                series("p50", "first", one -> one.latencies().quantile(0.5))));
  }

  private Chart memory() {
    Map<String, Long> most = new TreeMap<>();
    counts.forEach(one ->
        one.memory().forEach((process, seen) -> most.merge(process, seen.used(), Math::max)));
    List<String> processes =
        most.entrySet().stream()
            .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
            .limit(PROCESSES)
            .map(Map.Entry::getKey)
            .toList();
    List<Series> all = new ArrayList<>();
    if (!processes.isEmpty() && counts.stream().anyMatch(one -> quota(one) != null)) {
      all.add(series("quota", "quota", VitalsCharts::quota));
    }
    String[] styles = {"first", "second", "third", "fourth"};
    for (int at = 0; at < processes.size(); at++) {
      String process = processes.get(at);
      all.add(series(Shown.name(process), styles[at], one -> used(one, process)));
    }
    return plot("memory", "Memory", Unit.BYTES).lines(all);
  }

  private Chart lines() {
    return plot("lines", "Log lines", Unit.PER_SECOND)
        .stacked(
            List.of(
                series("arrived", "arrived", one -> perSecond(one.lines())),
                series("lost before they arrived", "lost", one -> perSecond(one.dropped()))));
  }

  private static @Nullable Double quota(Counts one) {
    return one.memory().values().stream()
        .map(Vitals.Memory::quota)
        .filter(Objects::nonNull)
        .max(Long::compare)
        .map(Long::doubleValue)
        .orElse(null);
  }

  private static @Nullable Double used(Counts one, String process) {
    Vitals.Memory seen = one.memory().get(process);
    return seen == null ? null : (double) seen.used();
  }

  private @Nullable Double perSecond(long count) {
    return (double) count / columns.each().toSeconds();
  }

  private Series series(String name, String style, Function<Counts, @Nullable Double> value) {
    List<@Nullable Double> values = new ArrayList<>();
    counts.forEach(one -> values.add(value.apply(one)));
    return new Series(name, style, values);
  }

  private Plot plot(String id, String title, Unit unit) {
    return new Plot(id, title, unit, columns, releases);
  }
}
