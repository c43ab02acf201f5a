package io.stormdrain.bench.analyzer;

import io.stormdrain.bench.process.BenchHome;
import io.stormdrain.bench.process.Cpu;
import io.stormdrain.bench.process.LocalBroker;
import io.stormdrain.bench.process.Plan;
import io.stormdrain.bench.process.ServiceProcess;
import io.stormdrain.bench.process.Worker;
import io.stormdrain.bench.report.Duel;
import io.stormdrain.bench.report.Goal;
import io.stormdrain.bench.report.Row;
import io.stormdrain.bench.report.Unit;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Lines that the real analyzer reads from a real broker, against a consumer that only counts: the
 * two read the same topic in turn, each time in a new JVM, of which the first part is not measured.
 */
public final class AnalyzerMeasure {

  private static final String TOPIC = "bench-lines";

  /** Compilers have done their work when this part is read, and the end is still to come. */
  private static final double FROM = 0.6;

  private static final double TO = 0.98;
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  /** Every look costs the analyzer some milliseconds. */
  private static final Duration STEP = Duration.ofMillis(500);

  /** The analyzer reads with a thread per core, as the bare consumer's one thread cannot. */
  private static final int CORES = Runtime.getRuntime().availableProcessors();

  private static final String CONSUMED = "stormdrain_analyzer_lines_consumed_total";

  private final BenchHome home;
  private final Plan plan;

  /** Measures nothing yet. */
  public AnalyzerMeasure(BenchHome home, Plan plan) {
    this.home = home;
    this.plan = plan;
  }

  /** What one side of one round took. */
  private record Turn(long lines, long nanos, long cpuNanos) {
    double perSecond() {
      return lines * 1e9 / nanos;
    }

    double cpuSecondsPerMillion() {
      return cpuNanos / 1e3 / lines;
    }
  }

  /** Measures and gives the rows of the table. */
  public List<Row> rows() throws IOException, InterruptedException {
    Path folder = home.work("analyzer");
    Duel rate = new Duel();
    Duel cpu = new Duel();
    try (LocalBroker broker = LocalBroker.start(home, folder)) {
      load(broker, folder);
      for (int round = 1; round <= plan.rounds(); round++) {
        Turn bare = bare(broker, folder, "bare-" + round);
        Turn ours = ours(broker, folder, "analyzer-" + round);
        rate.add(ours.perSecond(), bare.perSecond());
        cpu.add(ours.cpuSecondsPerMillion(), bare.cpuSecondsPerMillion());
        plan.progress(
            "analyzer, round %d: %.0f k/s, bare consumer %.0f k/s"
                .formatted(round, ours.perSecond() / 1e3, bare.perSecond() / 1e3));
      }
    }
    return List.of(
        rate.row(
            "analyzer, %d threads: rate / bare consumer's".formatted(CORES),
            Goal.atLeast(0.6),
            Unit.PER_SECOND),
        cpu.row(
            "analyzer: CPU per line / bare consumer's", Goal.NONE, Unit.CPU_SECONDS_PER_MILLION));
  }

  private void load(LocalBroker broker, Path folder) {
    plan.progress("analyzer, loading %,d records".formatted(plan.records()));
    List<String> arguments = List.of(broker.bootstrapServers(), TOPIC);
    try (Worker preload = Worker.start(plan.jvm(), "preload", Preload.class, folder, arguments)) {
      preload.ask(Integer.toString(plan.records()));
    }
  }

  private long measured() {
    return Math.round(plan.records() * TO) - Math.round(plan.records() * FROM);
  }

  private Turn bare(LocalBroker broker, Path folder, String group) {
    List<String> arguments = List.of(broker.bootstrapServers(), TOPIC, group);
    try (Worker bare =
        Worker.start(plan.jvm(), "bare-consumer", BareConsumer.class, folder, arguments)) {
      String[] took =
          bare.ask(Math.round(plan.records() * FROM) + " " + Math.round(plan.records() * TO));
      return new Turn(measured(), Long.parseLong(took[0]), Long.parseLong(took[1]));
    }
  }

  private Turn ours(LocalBroker broker, Path folder, String group)
      throws IOException, InterruptedException {
    Map<String, String> settings =
        Map.of(
            "KAFKA_BOOTSTRAP_SERVERS", broker.bootstrapServers(),
            "STORMDRAIN_ANALYZER_LINES", TOPIC,
            "STORMDRAIN_ANALYZER_GROUP", group,
            "STORMDRAIN_ANALYZER_INSTANCE", group,
            "STORMDRAIN_ANALYZER_THREADS", Integer.toString(CORES));
    try (ServiceProcess analyzer =
        ServiceProcess.start(home, plan.jvm(), "analyzer", folder, settings)) {
      Progress progress = watch(analyzer.awaitReady());
      Progress.Look from = progress.at(plan.records() * FROM);
      Progress.Look to = progress.at(plan.records() * TO);
      return new Turn(measured(), to.nanos() - from.nanos(), to.cpuNanos() - from.cpuNanos());
    }
  }

  private Progress watch(ServiceProcess analyzer) throws IOException, InterruptedException {
    Progress progress = new Progress();
    long end = System.nanoTime() + PATIENCE.toNanos();
    double consumed = 0;
    progress.add(new Progress.Look(0, System.nanoTime(), Cpu.nanos(analyzer.pid())));
    while (consumed < plan.records() * TO) {
      if (System.nanoTime() - end > 0) {
        throw new IllegalStateException(
            "the analyzer has read only %.0f of %d records".formatted(consumed, plan.records()));
      }
      Thread.sleep(STEP);
      consumed = analyzer.metric(CONSUMED);
      progress.add(new Progress.Look(consumed, System.nanoTime(), Cpu.nanos(analyzer.pid())));
    }
    return progress;
  }
}
