package io.stormdrain.notifier.backtest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.stormdrain.notifier.incident.IncidentState;
import io.stormdrain.notifier.signal.Signal;
import io.stormdrain.notifier.store.IncidentView;
import io.stormdrain.notifier.threshold.AlertRules;
import io.stormdrain.notifier.threshold.RuleText;
import io.stormdrain.notifier.threshold.ShippedRules;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class BacktestTest {

  private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");
  private static final AlertRules SHIPPED = ShippedRules.rules();

  /** The shipped rule opens at once and is high. */
  private static final AlertRules PATIENT =
      own(
          """
          - id: build-failed
            on: [build.failed]
            stage: failure
            key: []
            severity: medium
            opens: {count: 2, within: 1h}
            resolves:
              - {on: [build.succeeded], any-process: true}
            title: "The build of {app} failed again"
            tests:
              - {after: [0s 2x1m build.failed], is: open}
              - {after: [0s 2x1m build.failed, 5m build.succeeded], is: resolved}
          """);

  private final Backtest shipped = new Backtest(SHIPPED);
  private final Backtest patient = new Backtest(PATIENT);

  @Test
  void incidentsAreNumberedAsTheyOpenedWithAllThatBelongsToThem() {
    says(60, "cart", "build.failed");
    says(0, "shop", "build.failed");
    says(30, "shop", "build.succeeded");

    assertThat(shipped.incidents())
        .extracting(IncidentView::number, view -> view.incident().app())
        .containsExactly(tuple(1L, "shop"), tuple(2L, "shop"), tuple(3L, "cart"));
    IncidentView first = shipped.incidents().getFirst();
    assertThat(first.transitions()).hasSize(first.incident().seq());
    assertThat(first.findings()).hasSize(1);
  }

  @Test
  void whatComesBackLaterIsAnotherIncidentAndTheFirstKeepsItsFinding() {
    says(0, "shop", "build.failed");
    says(60, "shop", "build.succeeded");
    says(7_200, "shop", "build.failed");
    says(7_260, "shop", "build.failed");

    assertThat(shipped.incidents())
        .filteredOn(view -> view.incident().type().equals("build-failed"))
        .extracting(view -> view.findings().getFirst().tally().total())
        .containsExactly(1L, 2L);
  }

  @Test
  void whatSilenceBringsAboutHappensWhenTimePasses() {
    says(0, "shop", "build.failed");
    says(60, "shop", "install.gap");
    says(61, "shop", "process.exited");
    shipped.pass(START.plusSeconds(3_600));

    assertThat(shipped.incidents())
        .extracting(view -> view.incident().type())
        .contains("app-crash");
  }

  @Test
  void whatOtherRulesWouldDoIsSaidIncidentByIncident() {
    says(0, "shop", "build.failed");
    says(60, "shop", "build.succeeded");
    says(0, "cart", "build.failed");
    says(30, "cart", "build.failed");
    says(60, "cart", "build.succeeded");

    List<Difference> differences = Comparison.between(shipped.incidents(), patient.incidents());
    assertThat(differences).hasSize(2);
    assertThat(differences).filteredOn(Difference.Gone.class::isInstance).hasSize(1);
    assertThat(differences)
        .filteredOn(Difference.Changed.class::isInstance)
        .extracting(difference -> ((Difference.Changed) difference).how())
        .containsExactly(
            List.of(
                "severity medium, was high",
                "told 2026-03-01T10:00:30Z, was 2026-03-01T10:00:00Z"));
    assertThat(Comparison.between(patient.incidents(), shipped.incidents()))
        .filteredOn(Difference.Added.class::isInstance)
        .hasSize(1);
  }

  @Test
  void theSameRulesDoTheSame() {
    says(0, "shop", "build.failed");
    says(60, "shop", "build.succeeded");

    assertThat(Comparison.between(shipped.incidents(), shipped.incidents())).isEmpty();
    assertThat(shipped.incidents().getFirst().incident().state()).isEqualTo(IncidentState.RESOLVED);
    assertThat(Comparison.messages(shipped.incidents().getFirst())).isEqualTo(2);
  }

  private void says(long second, String app, String type) {
    Instant time = START.plusSeconds(second);
    String process = type.startsWith("process.") ? "web.1" : "build";
    Signal signal =
        new Signal(
            app + second + type,
            type,
            app,
            app,
            "heroku",
            null,
            process,
            null,
            time,
            null,
            type.equals("process.exited") ? Map.of("status", 1L) : Map.of(),
            List.of(),
            null);
    shipped.accept(signal, time);
    patient.accept(signal, time);
  }

  private static AlertRules own(String yaml) {
    return ShippedRules.pack(List.of(new RuleText("own.yaml", yaml.getBytes(UTF_8)))).rules();
  }
}
