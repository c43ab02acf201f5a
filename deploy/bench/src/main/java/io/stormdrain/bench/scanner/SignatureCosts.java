package io.stormdrain.bench.scanner;

import io.stormdrain.analyzer.line.LogLine;
import io.stormdrain.analyzer.signature.Hits;
import io.stormdrain.analyzer.signature.Scanner;
import io.stormdrain.analyzer.signature.Signature;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * What each signature's pattern takes of a pass over lines, as a share of the whole pass.
 *
 * @param costs dearest first
 */
record SignatureCosts(List<Cost> costs) {

  /** Passes over the same few lines, so that the clock's steps do not matter. */
  private static final int PASSES = 5;

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  /** One signature's share. */
  record Cost(String signature, double share, int lines) {}

  static SignatureCosts of(
      List<Signature> signatures, List<LogLine> lines, ToDoubleFunction<List<LogLine>> pass) {
    double whole = pass.applyAsDouble(lines);
    List<List<LogLine>> candidates = candidates(signatures, lines);
    List<Cost> costs = new ArrayList<>();
    for (int i = 0; i < signatures.size(); i++) {
      List<LogLine> mine = candidates.get(i);
      if (!mine.isEmpty()) {
        double share = spent(signatures.get(i), mine) / whole;
        costs.add(new Cost(signatures.get(i).id(), share, mine.size()));
      }
    }
    costs.sort(Comparator.comparingDouble(Cost::share).reversed());
    return new SignatureCosts(costs);
  }

  double dearestShare() {
    return costs.isEmpty() ? 0 : costs.getFirst().share();
  }

  String dearest(int count) {
    return costs.stream()
        .limit(count)
        .map(cost ->
            "%s %.1f %% (%d lines)".formatted(cost.signature(), 100 * cost.share(), cost.lines()))
        .collect(Collectors.joining(", "));
  }

  /** The lines that hold a literal of each. */
  private static List<List<LogLine>> candidates(List<Signature> signatures, List<LogLine> lines) {
    List<List<LogLine>> candidates = new ArrayList<>();
    signatures.forEach(signature -> candidates.add(new ArrayList<>()));
    Scanner scanner = new Scanner(signatures);
    Hits hits = new Hits(signatures.size());
    for (LogLine line : lines) {
      scanner.scan(line.text(), 0, line.text().length, hits);
      for (int hit = hits.next(0); hit >= 0; hit = hits.next(hit + 1)) {
        candidates.get(hit).add(line);
      }
      hits.clear();
    }
    return candidates;
  }

  private static double spent(Signature signature, List<LogLine> lines) {
    long matched = 0;
    long start = THREADS.getCurrentThreadCpuTime();
    for (int pass = 0; pass < PASSES; pass++) {
      for (LogLine line : lines) {
        matched += signature.match(line) == null ? 0 : 1;
      }
    }
    long spent = THREADS.getCurrentThreadCpuTime() - start;
    if (matched > (long) PASSES * lines.size()) {
      throw new IllegalStateException("more was matched than looked at");
    }
    return (double) spent / PASSES;
  }
}
