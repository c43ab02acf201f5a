package io.stormdrain.bench.analyzer;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.stormdrain.analyzer.classify.Classifier;
import io.stormdrain.analyzer.classify.Memory;
import io.stormdrain.analyzer.classify.Shipped;
import io.stormdrain.analyzer.line.LogLine;
import io.stormdrain.analyzer.line.Origin;
import io.stormdrain.analyzer.signal.Signal;
import io.stormdrain.bench.process.Plan;
import io.stormdrain.bench.report.Goal;
import io.stormdrain.bench.report.Row;
import io.stormdrain.bench.report.Spread;
import io.stormdrain.bench.report.Unit;
import io.stormdrain.bench.traffic.Traffic;
import io.stormdrain.bench.traffic.TrafficLine;
import java.util.ArrayList;
import java.util.List;

/**
 * What the analyzer remembers of many apps from line to line, as heap that is still in use after
 * garbage was collected: of as many as one may have to read for, and of more than it remembers.
 */
public final class AppsMeasure {

  private static final int MANY = 10_000;
  private static final int TOO_MANY = 40_000;
  private static final int LINES_EACH = 40;

  /** A tenth of the heap that an analyzer has in a cluster. */
  private static final double MOST_BYTES = 50e6;

  private final Plan plan;

  /** Measures nothing yet. */
  public AppsMeasure(Plan plan) {
    this.plan = plan;
  }

  /** Measures and gives the rows of the table. */
  public List<Row> rows() {
    Classifier classifier = Shipped.classifier();
    Memory memory = new Memory();
    double before = heap();
    hear(classifier, memory, 0, MANY);
    double many = heap() - before;
    hear(classifier, memory, MANY, TOO_MANY);
    double tooMany = heap() - before;
    int forgotten = memory.takeForgotten();
    plan.progress("analyzer, memory of apps: %.1f MB".formatted(many / 1e6));
    return List.of(
        row(
            "analyzer: heap that %,d apps take".formatted(MANY),
            many,
            MOST_BYTES,
            "%.1f kB an app of 3 processes, %d lines each"
                .formatted(many / MANY / 1e3, LINES_EACH)),
        row(
            "analyzer: heap that %,d apps take".formatted(TOO_MANY),
            tooMany,
            MOST_BYTES * Memory.MOST_APPS / MANY,
            "%,d of them forgotten".formatted(forgotten)));
  }

  private static Row row(String what, double bytes, double goal, String made) {
    return new Row(what, Spread.of(bytes), Unit.MEGABYTES, Goal.atMost(goal), made);
  }

  /** Each app speaks as all others do; vitals are taken now and then, as the service does. */
  private static void hear(Classifier classifier, Memory memory, int from, int to) {
    Traffic traffic = new Traffic(11);
    List<Signal> signals = new ArrayList<>();
    for (int app = from; app < to; app++) {
      for (int line = 0; line < LINES_EACH; line++) {
        classifier.accept(line("app-" + app, traffic.next(), line), memory, signals);
      }
      if (app % 100 == 0) {
        memory.takeVitals();
        signals.clear();
      }
    }
    memory.takeVitals();
  }

  private static LogLine line(String app, TrafficLine said, int second) {
    return new LogLine(
        app,
        app,
        "heroku",
        null,
        said.speaker().equals("app") ? Origin.APP : Origin.PLATFORM,
        said.process(),
        null,
        second * 1_000_000_000L,
        0,
        second,
        null,
        said.text().getBytes(UTF_8));
  }

  /** Bytes in use once nothing more can be collected. */
  private static double heap() {
    Runtime runtime = Runtime.getRuntime();
    long used = Long.MAX_VALUE;
    for (int i = 0; i < 5; i++) {
      System.gc();
      used = Math.min(used, runtime.totalMemory() - runtime.freeMemory());
    }
    return (double) used;
  }
}
