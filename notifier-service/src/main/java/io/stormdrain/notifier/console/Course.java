package io.stormdrain.notifier.console;

import io.stormdrain.notifier.chart.Chart;
import io.stormdrain.notifier.chart.Columns;
import io.stormdrain.notifier.chart.Plot;
import io.stormdrain.notifier.chart.Series;
import io.stormdrain.notifier.chart.Unit;
import io.stormdrain.notifier.incident.Finding;
import io.stormdrain.notifier.incident.Incident;
import io.stormdrain.notifier.incident.IncidentState;
import io.stormdrain.notifier.incident.Transition;
import io.stormdrain.notifier.store.IncidentView;
import io.stormdrain.notifier.threshold.Pulse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Draws how an incident went: what was seen when, and how it stood. Pure. */
final class Course {

  private static final List<String> STYLES = List.of("third", "second", "first", "fourth");

  /** More columns than these are joined. */
  private static final int MOST = 120;

  /** What a live incident shows moves on in steps, so that a page changes only now and then. */
  private static final int STEP_SECONDS = 10;

  private final IncidentView view;
  private final Columns columns;

  Course(IncidentView view, Instant now) {
    this.view = view;
    this.columns = columns(view, now);
  }

  /** How often each trouble was seen. */
  Chart counts() {
    List<Series> all = new ArrayList<>();
    for (int at = 0; at < Math.min(STYLES.size(), view.findings().size()); at++) {
      Finding finding = view.findings().get(at);
      List<@Nullable Double> values = new ArrayList<>();
      for (double count : counts(finding.tally().pulse())) {
        values.add(count);
      }
      all.add(new Series(finding.rule(), STYLES.get(at), values));
    }
    Map<Instant, String> told =
        view.transitions().stream()
            .filter(transition -> transition.to() != transition.from())
            .collect(
                Collectors.toMap(
                    Transition::at,
                    transition -> IncidentSheets.state(transition.to()),
                    (a, b) -> b));
    return new Plot("counts", "How often it was seen", Unit.COUNT, columns, told).stacked(all);
  }

  /** How it stood, from its first transition on. */
  List<IncidentSheet.Stretch> stretches() {
    List<Transition> changes =
        view.transitions().stream()
            .filter(transition -> transition.to() != transition.from())
            .toList();
    List<IncidentSheet.Stretch> all = new ArrayList<>();
    for (int at = 0; at < changes.size(); at++) {
      Transition change = changes.get(at);
      Instant until = at + 1 < changes.size() ? changes.get(at + 1).at() : columns.until();
      int from = x(change.at());
      String style =
          change.to() == IncidentState.OPEN
              ? change.severity().word()
              : IncidentSheets.state(change.to());
      all.add(new IncidentSheet.Stretch(from, Math.max(3, x(until) - from), style));
    }
    return all;
  }

  private double[] counts(Pulse pulse) {
    double[] sums = new double[columns.count()];
    Instant from = pulse.from();
    for (int at = 0; from != null && at < pulse.counts().size(); at++) {
      Integer column = columns.of(from.plusSeconds(at * pulse.seconds()));
      if (column != null) {
        sums[column] += pulse.counts().get(at);
      }
    }
    return sums;
  }

  private int x(Instant time) {
    double share =
        (double) Duration.between(columns.from(), time).toMillis()
            / Duration.between(columns.from(), columns.until()).toMillis();
    return (int) Math.round(Chart.WIDTH * Math.clamp(share, 0, 1));
  }

  private static Columns columns(IncidentView view, Instant now) {
    Incident incident = view.incident();
    List<Pulse> pulses = view.findings().stream().map(one -> one.tally().pulse()).toList();
    long seconds = pulses.stream().mapToLong(Pulse::seconds).max().orElse(STEP_SECONDS);
    long first =
        pulses.stream()
            .map(Pulse::from)
            .filter(Objects::nonNull)
            .mapToLong(Instant::getEpochSecond)
            .min()
            .orElse(incident.openedAt().getEpochSecond());
    Instant over = Objects.requireNonNullElse(incident.resolvedAt(), now);
    long last = Math.max(over.getEpochSecond(), first);
    while ((last - first) / seconds >= MOST - 1) {
      seconds *= 2;
    }
    long from = Math.floorDiv(first, seconds) * seconds;
    int count = (int) ((last - from) / seconds) + 1;
    return new Columns(Instant.ofEpochSecond(from), Duration.ofSeconds(seconds), count);
  }
}
