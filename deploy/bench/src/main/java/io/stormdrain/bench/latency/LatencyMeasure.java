package io.stormdrain.bench.latency;

import io.stormdrain.bench.process.BenchHome;
import io.stormdrain.bench.process.Plan;
import io.stormdrain.bench.report.Row;
import java.util.List;

/** To come. */
public final class LatencyMeasure {

  /** Measures nothing yet. */
  public LatencyMeasure(BenchHome home, Plan plan) {}

  /** Measures and gives the rows of the table. */
  public List<Row> rows() {
    return List.of();
  }
}
