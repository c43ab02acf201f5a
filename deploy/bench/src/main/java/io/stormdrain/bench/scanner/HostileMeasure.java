package io.stormdrain.bench.scanner;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.stormdrain.analyzer.classify.Classifier;
import io.stormdrain.analyzer.classify.Memory;
import io.stormdrain.analyzer.classify.Shipped;
import io.stormdrain.analyzer.line.LogLine;
import io.stormdrain.analyzer.line.Origin;
import io.stormdrain.analyzer.signal.Signal;
import io.stormdrain.analyzer.signature.Signature;
import io.stormdrain.bench.process.Plan;
import io.stormdrain.bench.report.Goal;
import io.stormdrain.bench.report.Row;
import io.stormdrain.bench.report.Spread;
import io.stormdrain.bench.report.Unit;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;

/**
 * What the dearest of lines takes that were made to hurt: 100 kB of what a signature looks for, or
 * of half of it, again and again. CPU time, the better of two; compilers warm up on a first pass.
 */
final class HostileMeasure {

  private static final int LENGTH = 100_000;
  private static final int TRIES = 2;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final Plan plan;
  private final Classifier classifier = Shipped.classifier();
  private final Memory memory = new Memory();
  private final List<Signal> said = new ArrayList<>();
  private String dearest = "";

  HostileMeasure(Plan plan) {
    this.plan = plan;
  }

  Row row() {
    List<String> lines = lines();
    dearest(lines);
    double nanos = (double) dearest(lines);
    plan.progress("dearest of %d hostile lines: %.1f ms".formatted(lines.size(), nanos / 1e6));
    return new Row(
        "catalogue, the dearest of hostile lines of 100 kB",
        Spread.of(nanos),
        Unit.MILLISECONDS,
        Goal.atMost(5e6),
        "%d lines; '%s' repeated".formatted(lines.size(), dearest.strip()));
  }

  private long dearest(List<String> lines) {
    long most = 0;
    for (String line : lines) {
      long spent = spentOn(line.repeat(LENGTH / line.length() + 1).getBytes(UTF_8));
      if (spent > most) {
        most = spent;
        dearest = line;
      }
    }
    return most;
  }

  private long spentOn(byte[] text) {
    LogLine line =
        new LogLine(
            "shop", "shop", "heroku", null, Origin.UNKNOWN, "web.1", null, 0, 0, 0, null, text);
    long best = Long.MAX_VALUE;
    for (int i = 0; i < TRIES; i++) {
      long start = THREADS.getCurrentThreadCpuTime();
      classifier.accept(line, memory, said);
      classifier.end(memory, said);
      best = Math.min(best, THREADS.getCurrentThreadCpuTime() - start);
      said.clear();
    }
    return best;
  }

  private List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (Signature signature : classifier.signatures()) {
      for (String literal : signature.literals()) {
        lines.add(literal.strip() + ' ');
        lines.add(literal.strip() + "aaaa");
      }
      for (Signature.Sample sample : signature.matches()) {
        lines.add(sample.line() + ' ');
        lines.add(sample.line().substring(0, sample.line().length() / 2 + 1));
      }
    }
    return lines;
  }
}
