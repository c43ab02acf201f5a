package io.stormdrain.bench.memory;

import io.stormdrain.bench.process.BenchHome;
import io.stormdrain.bench.process.Installation;
import io.stormdrain.bench.process.Plan;
import io.stormdrain.bench.report.Goal;
import io.stormdrain.bench.report.Row;
import io.stormdrain.bench.report.Spread;
import io.stormdrain.bench.report.Unit;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Memory of all that {@code ./stormdrain up} starts, once it is up and nobody sends anything. */
public final class MemoryMeasure {

  private final BenchHome home;
  private final Plan plan;

  /** Measures nothing yet. */
  public MemoryMeasure(BenchHome home, Plan plan) {
    this.home = home;
    this.plan = plan;
  }

  /** Measures and gives the rows of the table; none where the machine does not say it. */
  public List<Row> rows() throws IOException, InterruptedException {
    if (!Resident.isKnown()) {
      plan.progress("memory: only Linux says how much of it is shared, nothing is measured");
      return List.of();
    }
    double[] all = new double[plan.rounds()];
    Map<String, Long> parts = Map.of();
    try (Installation installation =
        Installation.start(home, home.work("memory"), Map.of("QUARKUS_BANNER_ENABLED", "false"))) {
      for (int round = 0; round < plan.rounds(); round++) {
        // What starting has left behind is tidied up after a while, or it never is.
        Thread.sleep(plan.time().multipliedBy(2));
        parts = bytes(installation);
        all[round] = parts.values().stream().mapToLong(Long::longValue).sum();
        plan.progress("memory, round %d: %.0f MB".formatted(round + 1, all[round] / 1e6));
      }
    }
    return List.of(
        new Row(
            "memory: everything when idle",
            Spread.of(all),
            Unit.MEGABYTES,
            Goal.atMost(1e9),
            text(parts)));
  }

  private static Map<String, Long> bytes(Installation installation) throws IOException {
    Map<String, Long> bytes = new TreeMap<>();
    installation
        .processes()
        .forEach((part, of) -> bytes.put(part, of.stream().mapToLong(Resident::bytes).sum()));
    return bytes;
  }

  private static String text(Map<String, Long> parts) {
    return parts.entrySet().stream()
        .map(part -> "%s %.0f".formatted(part.getKey(), part.getValue() / 1e6))
        .collect(Collectors.joining(", "));
  }
}
