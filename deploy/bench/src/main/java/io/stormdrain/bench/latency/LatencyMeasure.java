package io.stormdrain.bench.latency;

import io.stormdrain.bench.process.BenchHome;
import io.stormdrain.bench.process.Installation;
import io.stormdrain.bench.process.Plan;
import io.stormdrain.bench.report.Goal;
import io.stormdrain.bench.report.Percentile;
import io.stormdrain.bench.report.Row;
import io.stormdrain.bench.report.Spread;
import io.stormdrain.bench.report.Unit;
import io.stormdrain.bench.traffic.Apps;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Time from a line that tells of a mishap to the message about it at a receiver that speaks as
 * Slack does, through everything that {@code ./stormdrain up} starts.
 */
public final class LatencyMeasure {

  /** Rounds are longer than others': a hundredth of their messages should be more than one. */
  private static final int LONGER = 4;

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration STEP = Duration.ofMillis(50);
  private static final String PREFIX = "unlucky";

  private final BenchHome home;
  private final Plan plan;

  /** Measures nothing yet. */
  public LatencyMeasure(BenchHome home, Plan plan) {
    this.home = home;
    this.plan = plan;
  }

  /** Measures and gives the rows of the table. */
  public List<Row> rows() throws IOException, InterruptedException {
    Path folder = home.work("latency");
    Duration time = plan.time().multipliedBy(LONGER);
    int mishaps = SteadyDrains.mishaps(time);
    Apps unlucky = Apps.of(PREFIX, mishaps * (plan.rounds() + 1));
    List<Double> half = new ArrayList<>();
    List<Double> most = new ArrayList<>();
    try (SlackDouble slack = new SlackDouble(Pattern.compile(PREFIX + "[0-9]+"));
        Installation installation = Installation.start(home, folder, settings(folder, slack))) {
      installation.admit(SteadyDrains.admitted(unlucky));
      SteadyDrains drains = new SteadyDrains(installation.door(), unlucky);
      // The first round only warms the compilers.
      for (int round = 0; round <= plan.rounds(); round++) {
        List<Double> nanos = nanos(drains.send(time), slack);
        double p50 = Percentile.of(50, nanos);
        double p99 = Percentile.of(99, nanos);
        plan.progress(
            "latency, round %d: p50 %.0f ms, p99 %.0f ms".formatted(round, p50 / 1e6, p99 / 1e6));
        if (round > 0) {
          half.add(p50);
          most.add(p99);
        }
      }
    }
    String made =
        "%d messages a round at %,d lines/s".formatted(mishaps, SteadyDrains.LINES_PER_SECOND);
    return List.of(
        row("latency: line to Slack, p50", half, Goal.NONE, made),
        row("latency: line to Slack, p99", most, Goal.atMost(1e9), made));
  }

  /**
   * Slack takes one message a second for a channel; here there are ten. All of them are told: the
   * same trouble in hundreds of apps is no storm here.
   */
  private static Map<String, String> settings(Path folder, SlackDouble slack) throws IOException {
    Path routes =
        Files.writeString(
            folder.resolve("routing.yaml"),
            "route: {receivers: [slack-webhook]}\nstorm: {apps: 1000000}\n");
    return Map.of(
        "SLACK_WEBHOOK_URL",
        slack.webhook(),
        "STORMDRAIN_NOTIFIER_DELIVERY_PACED",
        "false",
        "STORMDRAIN_ROUTING_FILE",
        routes.toString());
  }

  private static Row row(String what, List<Double> nanos, Goal goal, String made) {
    return new Row(what, Spread.of(nanos), Unit.MILLISECONDS, goal, made);
  }

  private static List<Double> nanos(Map<String, Long> due, SlackDouble slack)
      throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!slack.arrivals().keySet().containsAll(due.keySet())) {
      if (System.nanoTime() - end > 0) {
        throw new IllegalStateException(
            "Slack was told of only %d apps in trouble".formatted(slack.arrivals().size()));
      }
      Thread.sleep(STEP);
    }
    return due.entrySet().stream()
        .map(line -> (double) (slack.arrivals().getOrDefault(line.getKey(), 0L) - line.getValue()))
        .toList();
  }
}
