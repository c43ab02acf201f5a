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
    metrics.behind(3, -5_000);

    assertThat(registry.get("stormdrain.analyzer.lag").gauge().value()).isEqualTo(3);
    assertThat(registry.get("stormdrain.analyzer.behind").gauge().value()).isZero();
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
