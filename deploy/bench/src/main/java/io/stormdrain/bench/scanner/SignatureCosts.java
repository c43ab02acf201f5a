package io.stormdrain.bench.scanner;

import io.stormdrain.analyzer.line.LogLine;
import io.stormdrain.analyzer.line.Origin;
import io.stormdrain.analyzer.signature.Candidate;
import io.stormdrain.analyzer.signature.Hits;
import io.stormdrain.analyzer.signature.Scanner;
import io.stormdrain.analyzer.signature.Signature;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
  record Cost(String signature, double share, int lines) {
    Cost plus(Cost other) {
      return new Cost(signature, share + other.share, lines + other.lines);
    }
  }

  static SignatureCosts of(
      List<Signature> signatures, List<LogLine> lines, ToDoubleFunction<List<LogLine>> pass) {
    double whole = pass.applyAsDouble(lines);
    IdentityHashMap<Candidate, List<LogLine>> looks = looks(signatures, lines);
    Map<String, Cost> costs = new LinkedHashMap<>();
    looks.forEach((candidate, mine) -> {
      String id = candidate.signature().id();
      costs.merge(id, new Cost(id, spent(candidate, mine) / whole, mine.size()), Cost::plus);
    });
    return new SignatureCosts(
        costs.values().stream()
            .sorted(Comparator.comparingDouble(Cost::share).reversed())
            .toList());
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

  /** The lines that hold a literal of each pattern. */
  private static IdentityHashMap<Candidate, List<LogLine>> looks(
      List<Signature> signatures, List<LogLine> lines) {
    IdentityHashMap<Candidate, List<LogLine>> looks = new IdentityHashMap<>();
    for (Origin origin : List.of(Origin.APP, Origin.PLATFORM)) {
      Scanner scanner =
          new Scanner(signatures.stream().filter(s -> s.scope().covers(origin)).toList());
      Hits hits = scanner.hits();
      for (LogLine line : lines.stream().filter(line -> line.origin() == origin).toList()) {
        scanner.scan(line.text(), 0, line.text().length, hits);
        for (int hit = hits.next(0); hit >= 0; hit = hits.next(hit + 1)) {
          looks.computeIfAbsent(scanner.candidate(hit), c -> new ArrayList<>()).add(line);
        }
        hits.clear();
      }
    }
    return looks;
  }

  private static double spent(Candidate candidate, List<LogLine> lines) {
    long matched = 0;
    long start = THREADS.getCurrentThreadCpuTime();
    for (int pass = 0; pass < PASSES; pass++) {
      for (LogLine line : lines) {
        matched += candidate.recognises(line) ? 1 : 0;
      }
    }
    long spent = THREADS.getCurrentThreadCpuTime() - start;
    if (matched > (long) PASSES * lines.size()) {
      throw new IllegalStateException("more was matched than looked at");
    }
    return (double) spent / PASSES;
  }
}
