package io.stormdrain.notifier.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What charts are made of. */
final class PlotTest {

  private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");
  private static final Columns FOUR = new Columns(START, Duration.ofSeconds(10), 4);

  @Test
  void partsOfAWholeLieOnTopOfEachOther() {
    Chart chart = plot(Map.of()).stacked(List.of(series("a", 1, 1, 0, 0), series("b", 1, 0, 0, 2)));

    assertThat(chart.top()).isEqualTo("2");
    assertThat(chart.shapes())
        .extracting(Chart.Shape::path)
        .containsExactly(
            "M0 200V100H250V100H500V200H250V200H0Z", "M0 100V0H250V100H0ZM750 200V0H1000V200H750Z");
  }

  @Test
  void aLineBreaksOffWhereNothingIsKnown() {
    Chart chart = plot(Map.of()).lines(List.of(series("a", 2, null, 0, 2)));

    assertThat(chart.shapes())
        .extracting(Chart.Shape::path)
        .containsExactly("M125 0h0M625 200h0L875 0");
  }

  @Test
  void theLegendSaysTheLatestAndTheMost() {
    Chart chart =
        plot(Map.of())
            .lines(List.of(series("a", 7, 3, null, null), series("b", null, null, null, null)));

    assertThat(chart.legend())
        .containsExactly(
            new Chart.Entry("a", "a", "3", "7"), new Chart.Entry("b", "b", null, null));
    assertThat(chart.summary()).isEqualTo("Things: a now 3, at most 7");
    assertThat(chart.isEmpty()).isFalse();
  }

  @Test
  void whereNothingIsKnownTheChartSaysSo() {
    Chart chart = plot(Map.of()).lines(List.of(series("a", null, null, null, null)));

    assertThat(chart.isEmpty()).isTrue();
    assertThat(chart.shapes()).isEmpty();
    assertThat(chart.summary()).isEqualTo("Things: nothing known");
  }

  @Test
  void timesThatMatterAreMarkedWhereTheyAreShown() {
    Chart chart =
        plot(Map.of(START.plusSeconds(10), "v7", START.minusSeconds(1), "v6"))
            .lines(List.of(series("a", 1, 1, 1, 1)));

    assertThat(chart.marks()).containsExactly(new Chart.Mark(250, "v7", START.plusSeconds(10)));
  }

  @Test
  void theSameIsThereInNumbers() {
    Chart chart = plot(Map.of()).lines(List.of(series("a", 1, 4, null, 2)));

    assertThat(chart.rows())
        .containsExactly(
            new Chart.Row(START, List.of("1")),
            new Chart.Row(START.plusSeconds(10), List.of("4")),
            new Chart.Row(START.plusSeconds(20), List.of("–")),
            new Chart.Row(START.plusSeconds(30), List.of("2")));
  }

  @Test
  void columnsEndWithTheLastThatIsOver() {
    Columns columns = Columns.before(START.plusSeconds(47), Duration.ofSeconds(20), 3);

    assertThat(columns.from()).isEqualTo(START.minusSeconds(20));
    assertThat(columns.until()).isEqualTo(START.plusSeconds(40));
    assertThat(columns.of(START)).isEqualTo(1);
    assertThat(columns.of(START.plusSeconds(40))).isNull();
    assertThat(columns.of(START.minusSeconds(21))).isNull();
  }

  private static Plot plot(Map<Instant, String> marks) {
    return new Plot("things", "Things", Unit.COUNT, FOUR, marks);
  }

  /** Of what is compiled already the checker does not see what may be null inside a list. */
  @SuppressWarnings("NullAway")
  private static Series series(String name, @Nullable Integer... values) {
    List<@Nullable Double> all = new ArrayList<>();
    for (Integer value : values) {
      all.add(value == null ? null : value.doubleValue());
    }
    return new Series(name, name, all);
  }
}
