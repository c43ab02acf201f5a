package io.stormdrain.bench.delivery;

import io.stormdrain.bench.process.BenchHome;
import io.stormdrain.bench.process.Installation;
import io.stormdrain.bench.process.Plan;
import io.stormdrain.bench.report.Duel;
import io.stormdrain.bench.report.Goal;
import io.stormdrain.bench.report.Percentile;
import io.stormdrain.bench.report.Row;
import io.stormdrain.bench.report.Spread;
import io.stormdrain.bench.report.Unit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * How fast a backlog is told to a webhook that needs 50 ms for each message, and how long messages
 * take to one receiver while another never answers. What is to be told comes as signals by Kafka.
 */
public final class DeliveryMeasure {

  private static final int BACKLOG = 10_000;
  private static final int WARM_UP = 2_000;
  private static final Duration BETWEEN = Duration.ofMillis(50);
  private static final Duration PATIENCE = Duration.ofMinutes(6);
  private static final Duration STEP = Duration.ofMillis(100);

  /** Any key will do. */
  private static final String KEY = "whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3";

  /** Rounds are longer than others': a hundredth of their messages should be more than one. */
  private static final int LONGER = 4;

  private final BenchHome home;
  private final Plan plan;

  /** Measures nothing yet. */
  public DeliveryMeasure(BenchHome home, Plan plan) {
    this.home = home;
    this.plan = plan;
  }

  /** Measures and gives the rows of the table. */
  public List<Row> rows() throws IOException, InterruptedException {
    Path folder = home.work("delivery");
    Path routing = folder.resolve("routing.yaml");
    try (CrewDouble crew = new CrewDouble()) {
      route(routing, crew, false);
      Map<String, String> settings = Map.of("STORMDRAIN_ROUTING_FILE", routing.toString());
      try (Installation installation = Installation.start(home, folder, settings);
          Mishaps mishaps = new Mishaps(installation.kafka())) {
        List<Row> rows = new ArrayList<>();
        rows.add(backlog(installation, crew, mishaps));
        rows.add(besideTheDead(installation, crew, mishaps, routing));
        return rows;
      }
    }
  }

  private Row backlog(Installation installation, CrewDouble crew, Mishaps mishaps)
      throws IOException, InterruptedException {
    List<Double> rates = new ArrayList<>();
    // The first round only warms the compilers.
    for (int round = 0; round <= plan.rounds(); round++) {
      int count = round == 0 ? WARM_UP : BACKLOG;
      crew.closes();
      for (int n = 0; n < count; n++) {
        mishaps.happen("backlog-%d-%d".formatted(round, n));
      }
      await("all of it waits", () -> waiting(installation) >= count);
      crew.opens();
      await("all of it is told", () -> crew.arrivals().size() >= count);
      LongSummaryStatistics times =
          crew.arrivals().values().stream().mapToLong(Long::longValue).summaryStatistics();
      double rate = (count - 1) * 1e9 / (times.getMax() - times.getMin());
      plan.progress("delivery, round %d: %.0f messages/s".formatted(round, rate));
      if (round > 0) {
        rates.add(rate);
      }
    }
    return new Row(
        "delivery: a backlog to a webhook that needs 50 ms",
        Spread.of(rates),
        Unit.MESSAGES_PER_SECOND,
        Goal.atLeast(300),
        "%,d deliveries a round".formatted(BACKLOG));
  }

  private Row besideTheDead(
      Installation installation, CrewDouble crew, Mishaps mishaps, Path routing)
      throws IOException, InterruptedException {
    Duel p99 = new Duel();
    for (int round = 1; round <= plan.rounds(); round++) {
      route(routing, crew, false);
      await("nobody is dead", () -> !hasDead(installation));
      double alone = p99("alone-" + round, crew, mishaps);
      route(routing, crew, true);
      await("somebody is dead", () -> hasDead(installation));
      double beside = p99("beside-" + round, crew, mishaps);
      p99.add(beside, alone);
      plan.progress(
          "delivery, round %d: p99 %.0f ms alone, %.0f ms beside one that never answers"
              .formatted(round, alone / 1e6, beside / 1e6));
    }
    return p99.row(
        "delivery: p99 beside a receiver that never answers / alone",
        Goal.atMost(1.2),
        Unit.MILLISECONDS);
  }

  /** Of the times from a signal to the message about it. */
  private double p99(String name, CrewDouble crew, Mishaps mishaps) throws InterruptedException {
    long count = plan.time().multipliedBy(LONGER).dividedBy(BETWEEN);
    Map<String, Long> happened = new LinkedHashMap<>();
    for (int n = 0; n < count; n++) {
      String app = name + "-" + n;
      happened.put(app, System.nanoTime());
      mishaps.happen(app);
      Thread.sleep(BETWEEN);
    }
    await("all of it is told", () -> crew.arrivals().keySet().containsAll(happened.keySet()));
    return Percentile.of(
        99,
        happened.entrySet().stream()
            .map(one -> (double) (crew.arrivals().getOrDefault(one.getKey(), 0L) - one.getValue()))
            .toList());
  }

  /** Read where no account is needed: of each receiver one state is 1. */
  private static boolean hasDead(Installation installation) {
    return installation.notifierMetric("stormdrain_notifier_receiver_state{receiver=\"dead\"") > 0;
  }

  private static double waiting(Installation installation) {
    return installation.notifierMetric("stormdrain_notifier_deliveries_waiting{receiver=\"alive\"");
  }

  private static void route(Path file, CrewDouble crew, boolean dead) throws IOException {
    String receiver =
        "  - {id: %s, webhook: {url: \"%s\", secrets: [" + KEY + "], allow_private: true}}%n";
    String text =
        "receivers:\n"
            + receiver.formatted("alive", crew.alive())
            + (dead ? receiver.formatted("dead", crew.dead()) : "")
            + "route: {receivers: [%s], group_wait: 0s}%n".formatted(dead ? "alive, dead" : "alive")
            // Each is told: the same trouble in thousands of apps is no storm here.
            + "storm: {apps: 1000000}\n";
    Path fresh = Files.writeString(file.resolveSibling("routing.new"), text);
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
  }

  private static void await(String what, BooleanSupplier condition) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - end > 0) {
        throw new IllegalStateException("waited in vain: " + what);
      }
      Thread.sleep(STEP);
    }
  }
}
