package io.stormdrain.bench.scanner;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.stormdrain.analyzer.classify.Shipped;
import io.stormdrain.analyzer.line.LogLine;
import io.stormdrain.analyzer.line.Origin;
import io.stormdrain.analyzer.signature.Catalogue;
import io.stormdrain.analyzer.signature.Signature;
import io.stormdrain.bench.process.Plan;
import io.stormdrain.bench.report.Goal;
import io.stormdrain.bench.report.Row;
import io.stormdrain.bench.report.Spread;
import io.stormdrain.bench.report.Unit;
import io.stormdrain.bench.traffic.Traffic;
import io.stormdrain.bench.traffic.TrafficLine;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;

/**
 * What the shipped catalogue takes, patterns and captures included: on a healthy stream, when every
 * line matches, and of its dearest signatures each by itself.
 */
final class CatalogueMeasure {

  private static final int LINES = 50_000;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final Plan plan;
  private final Catalogue catalogue = Shipped.catalogue();
  private final List<LogLine> healthy = healthy();
  private final List<LogLine> matching = samples();

  CatalogueMeasure(Plan plan) {
    this.plan = plan;
  }

  List<Row> rows() {
    List<Double> quiet = new ArrayList<>();
    List<Double> storm = new ArrayList<>();
    for (int round = -2; round < plan.rounds(); round++) {
      double quietly = rate(healthy);
      double stormily = rate(matching);
      if (round >= 0) {
        quiet.add(quietly);
        storm.add(stormily);
      }
      plan.progress("catalogue, round %d: %.2f M/s".formatted(round + 1, quietly / 1e6));
    }
    SignatureCosts costs = SignatureCosts.of(catalogue.signatures(), healthy, this::spentOn);
    return List.of(
        row("catalogue, healthy stream: lines per core", quiet, 2.5e6, healthy.size()),
        row("catalogue, every line matches: lines per core", storm, 0.5e6, matching.size()),
        new Row(
            "catalogue, the dearest signature's share of a healthy stream",
            Spread.of(costs.dearestShare()),
            Unit.RATIO,
            Goal.atMost(0.02),
            costs.dearest(3)));
  }

  private Row row(String what, List<Double> rates, double goal, int lines) {
    return new Row(
        what,
        Spread.of(rates),
        Unit.PER_SECOND,
        Goal.atLeast(goal),
        "%d signatures, %d different lines".formatted(catalogue.signatures().size(), lines));
  }

  private double rate(List<LogLine> lines) {
    long enough = plan.time().toNanos() / 5;
    long found = 0;
    long count = 0;
    long start = THREADS.getCurrentThreadCpuTime();
    long spent = 0;
    while (spent < enough) {
      for (LogLine line : lines) {
        found += catalogue.match(line).size();
      }
      count += lines.size();
      spent = THREADS.getCurrentThreadCpuTime() - start;
    }
    if (found == 0) {
      throw new IllegalStateException("nothing was recognised: this is no catalogue");
    }
    return count * 1e9 / spent;
  }

  /** Nanoseconds of one pass over the healthy stream. */
  private double spentOn(List<LogLine> lines) {
    return lines.size() * 1e9 / rate(lines);
  }

  private static List<LogLine> healthy() {
    Traffic traffic = new Traffic(7);
    List<LogLine> lines = new ArrayList<>(LINES);
    for (int i = 0; i < LINES; i++) {
      TrafficLine said = traffic.next();
      Origin origin = said.speaker().equals("app") ? Origin.APP : Origin.PLATFORM;
      lines.add(line(origin, said.process(), said.text()));
    }
    return lines;
  }

  private List<LogLine> samples() {
    List<LogLine> lines = new ArrayList<>();
    for (Signature signature : catalogue.signatures()) {
      Origin origin = signature.scope().origin();
      String process = signature.scope().process();
      for (Signature.Sample sample : signature.matches()) {
        lines.add(
            line(
                origin == null ? Origin.APP : origin,
                process == null ? "web.1" : process,
                sample.line()));
      }
    }
    return lines;
  }

  private static LogLine line(Origin origin, String process, String text) {
    return new LogLine(
        "shop", "shop", "heroku", null, origin, process, null, 0, 0, 0, null, text.getBytes(UTF_8));
  }
}
