package io.stormdrain.acceptance;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Every line is accounted for, from the door to the receivers: each service's equation holds, and
 * what one has written the next has read.
 */
final class AccountingTest {

  private static final Duration PATIENCE = Duration.ofSeconds(40);

  private final Stage stage = Stage.shared();

  /** Sums of metrics, over all labels and without {@code stormdrain_}. */
  private record Equation(List<String> left, List<String> right) {
    boolean holds(Exposition before, Exposition now) {
      long moved = moved(left, before, now);
      return moved > 0 && moved == moved(right, before, now);
    }

    String asItIs(Exposition before, Exposition now) {
      return "%s: %d = %d".formatted(this, moved(left, before, now), moved(right, before, now));
    }

    private static long moved(List<String> metrics, Exposition before, Exposition now) {
      return metrics.stream()
          .map("stormdrain_"::concat)
          .mapToLong(metric -> now.sum(metric) - before.sum(metric))
          .sum();
    }
  }

  private static final List<Equation> EQUATIONS =
      List.of(
          new Equation(
              List.of("ingest_lines_received_total"),
              List.of(
                  "ingest_lines_published_total",
                  "ingest_lines_spooled_total",
                  "ingest_lines_refused_total")),
          new Equation(
              List.of("ingest_lines_published_total"), List.of("analyzer_lines_consumed_total")),
          new Equation(
              List.of("analyzer_lines_consumed_total"),
              List.of(
                  "analyzer_lines_spoken_total",
                  "analyzer_lines_silent_total",
                  "analyzer_lines_duplicate_total",
                  "analyzer_lines_parked_total")),
          new Equation(
              List.of("analyzer_signals_total", "analyzer_vitals_total"),
              List.of("notifier_signals_consumed_total")),
          new Equation(
              List.of("notifier_signals_consumed_total"),
              List.of(
                  "notifier_signals_read_total",
                  "notifier_signals_parked_total",
                  "notifier_signals_repeated_total")),
          new Equation(
              List.of("notifier_deliveries_enqueued_total"),
              List.of("notifier_deliveries_total", "notifier_deliveries_waiting")));

  @Test
  void everyLineAndEveryMessageIsAccountedFor() {
    Exposition before = atRest();

    Play play =
        stage.play(
            "accounting",
            """
            0s heroku[web.1]: State changed from starting to up
            1s app[web.1]: listening
            60s app[web.1]: ModuleNotFoundError: No module named 'typer'
            61s heroku[web.1]: Process exited with status 1
            61.1s heroku[web.1]: State changed from up to crashed
            """);
    play.toTheEnd().againWithoutEffect();

    Await.until(
        "that all equations hold",
        PATIENCE,
        () -> amiss(before).isEmpty(),
        () -> String.join("\n", amiss(before)));
  }

  /** The gauge of what waits is looked up now and then, so it may lag behind the counters. */
  private Exposition atRest() {
    stage.settle();
    Await.until(
        "that nothing waits",
        PATIENCE,
        () -> now().sum("stormdrain_notifier_deliveries_waiting") == 0,
        () -> "a delivery waits");
    return now();
  }

  private List<String> amiss(Exposition before) {
    Exposition now = now();
    return EQUATIONS.stream()
        .filter(equation -> !equation.holds(before, now))
        .map(equation -> equation.asItIs(before, now))
        .toList();
  }

  private Exposition now() {
    return Exposition.of(stage.ingest, stage.analyzer, stage.notifier);
  }
}
