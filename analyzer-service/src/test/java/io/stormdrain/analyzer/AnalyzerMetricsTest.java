package io.stormdrain.analyzer;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class AnalyzerMetricsTest {

  private static final Pattern ROW = Pattern.compile("(?m)^\\| `(\\w+)` \\| [^|]*\\|$");

  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final AnalyzerMetrics metrics = new AnalyzerMetrics(registry);

  @Test
  void theReadmesTableOfMetricsIsComplete() {
    String readme = Readme.text();
    Set<String> explained =
        ROW.matcher(readme.substring(readme.indexOf("### Metrics")))
            .results()
            .map(row -> "stormdrain_analyzer_" + row.group(1))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(explained)
        .isEqualTo(
            registry.getMeters().stream()
                .map(AnalyzerMetricsTest::exported)
                .collect(Collectors.toCollection(TreeSet::new)));
  }

  @Test
  void aLineOfTheFutureIsNotYoungerThanNow() {
    metrics.backlog().is(3, -5_000);

    assertThat(lag()).isEqualTo(3);
    assertThat(behind()).isZero();
  }

  @Test
  void whatWaitsForAnyThreadWaitsAndTheOldestLineCounts() {
    Backlog first = metrics.backlog();
    Backlog second = metrics.backlog();

    first.is(300, 12_500);
    second.is(4, 900);

    assertThat(lag()).isEqualTo(304);
    assertThat(behind()).isEqualTo(12.5);

    first.is(0, 0);

    assertThat(lag()).isEqualTo(4);
    assertThat(behind()).isEqualTo(0.9);
  }

  private double lag() {
    return registry.get("stormdrain.analyzer.lag").gauge().value();
  }

  private double behind() {
    return registry.get("stormdrain.analyzer.behind").gauge().value();
  }

  /** As Prometheus sees it. */
  private static String exported(Meter meter) {
    String name = meter.getId().getName().replace('.', '_');
    return switch (meter.getId().getType()) {
      case COUNTER -> name + "_total";
      case GAUGE -> name + "_" + meter.getId().getBaseUnit();
      case TIMER, DISTRIBUTION_SUMMARY, LONG_TASK_TIMER, OTHER ->
          throw new AssertionError("not thought of: " + name);
    };
  }
}
