package io.stormdrain.bench.scanner;

import io.stormdrain.analyzer.classify.Shipped;
import io.stormdrain.analyzer.signature.Signature;
import io.stormdrain.bench.process.Plan;
import io.stormdrain.bench.report.Duel;
import io.stormdrain.bench.report.Goal;
import io.stormdrain.bench.report.Row;
import io.stormdrain.bench.report.Spread;
import io.stormdrain.bench.report.Unit;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;

/**
 * Lines per second of one core, in time that the thread has had on it: scanner and search take
 * turns at each number of signatures, and so do the numbers.
 */
public final class ScannerMeasure {

  private static final int FEW = 50;
  private static final int MANY = 200;
  private static final int VERY_MANY = 1_000;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final Plan plan;

  /** Measures nothing yet. */
  public ScannerMeasure(Plan plan) {
    this.plan = plan;
  }

  /** Scanner and search for one list of signatures. */
  private record Pair(String name, Contestant scanner, Contestant contains, Duel duel) {
    static Pair of(String name, List<Signature> signatures) {
      return new Pair(
          name, Contestant.scanner(signatures), Contestant.contains(signatures), new Duel());
    }
  }

  /** Measures and gives the rows of the table. */
  public List<Row> rows() {
    List<Signature> shipped = Shipped.catalogue().signatures();
    Pair few = Pair.of(SignatureText.name(FEW), SignatureText.signatures(FEW));
    Pair many = Pair.of(SignatureText.name(MANY), SignatureText.signatures(MANY));
    Pair veryMany = Pair.of(SignatureText.name(VERY_MANY), SignatureText.signatures(VERY_MANY));
    Pair own = Pair.of("the %d that are shipped".formatted(shipped.size()), shipped);
    Duel growth = new Duel();
    ScannerText text = ScannerText.holding(List.copyOf(SignatureText.literals(FEW)));
    for (int round = -2; round < plan.rounds(); round++) {
      List<Double> rates = new ArrayList<>();
      for (Pair pair : List.of(few, many, veryMany, own)) {
        double ours = rate(pair.scanner(), text);
        double others = rate(pair.contains(), text);
        rates.add(ours);
        if (round >= 0) {
          pair.duel().add(ours, others);
        }
      }
      if (round >= 0) {
        growth.add(rates.get(2), rates.getFirst());
      }
      plan.progress("scanner, round %d: %.2f M/s".formatted(round + 1, rates.get(1) / 1e6));
    }
    List<Row> rows = new ArrayList<>();
    rows.addAll(
        List.of(
            row(few),
            row(many),
            row(veryMany),
            row(own),
            absolute(many.duel().ours(), text),
            growth.row("scanner, 1,000 signatures / 50", Goal.atLeast(0.3), Unit.PER_SECOND)));
    rows.addAll(new CatalogueMeasure(plan).rows());
    rows.add(new HostileMeasure(plan).row());
    return rows;
  }

  private static Row row(Pair pair) {
    return pair.duel()
        .row("scanner, " + pair.name() + ": rate / contains", Goal.NONE, Unit.PER_SECOND);
  }

  private static Row absolute(Spread rate, ScannerText text) {
    return new Row(
        "scanner, 200 signatures: lines per core",
        rate,
        Unit.PER_SECOND,
        Goal.atLeast(2.5e6),
        "%.0f bytes a line, one of 20 matches".formatted(text.bytesPerLine()));
  }

  /** A turn is a fifth of the time, since there are many of them and they vary little. */
  private double rate(Contestant contestant, ScannerText text) {
    long enough = plan.time().toNanos() / 5;
    long found = 0;
    long lines = 0;
    long start = THREADS.getCurrentThreadCpuTime();
    long spent = 0;
    for (int line = 0; spent < enough; line = line + 1 == text.count() ? 0 : line + 1) {
      found += contestant.scan(text, line);
      if ((++lines & 0xff) == 0) {
        spent = THREADS.getCurrentThreadCpuTime() - start;
      }
    }
    if (found == 0) {
      throw new IllegalStateException("nothing was found: this scanner does not scan");
    }
    return lines * 1e9 / spent;
  }
}
