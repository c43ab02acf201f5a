package io.stormdrain.bench;

import io.stormdrain.bench.analyzer.AnalyzerMeasure;
import io.stormdrain.bench.analyzer.AppsMeasure;
import io.stormdrain.bench.delivery.DeliveryMeasure;
import io.stormdrain.bench.ingest.IngestMeasure;
import io.stormdrain.bench.latency.LatencyMeasure;
import io.stormdrain.bench.memory.MemoryMeasure;
import io.stormdrain.bench.notifier.ConsoleMeasure;
import io.stormdrain.bench.notifier.NotifierMeasure;
import io.stormdrain.bench.parse.ParseMeasure;
import io.stormdrain.bench.process.BenchHome;
import io.stormdrain.bench.process.Jvm;
import io.stormdrain.bench.process.Plan;
import io.stormdrain.bench.redact.RedactMeasure;
import io.stormdrain.bench.report.Row;
import io.stormdrain.bench.report.Table;
import io.stormdrain.bench.scanner.ScannerMeasure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./stormdrain bench}. */
@Command(
    name = "bench",
    description = {
      "Measures Stormdrain on this machine, and prints one table.",
      "Everything is held against something that does less, in alternating rounds; figures are the median, with lowest and highest round."
    },
    footer = {"", "Example: ./stormdrain bench --only scanner,parse --rounds 9"})
final class Bench implements Callable<Integer> {

  private static final int QUICK_RECORDS = 800_000;

  /** What can be measured, in the order of the table. */
  enum Part {
    INGEST,
    REDACT,
    SCANNER,
    PARSE,
    ANALYZER,
    NOTIFIER,
    APPS,
    CONSOLE,
    LATENCY,
    DELIVERY,
    MEMORY
  }

  @Option(
      names = "--only",
      paramLabel = "PART",
      split = ",",
      description = "Measures only some of ${COMPLETION-CANDIDATES}.")
  List<Part> only = Arrays.asList(Part.values());

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "5",
      description = "Rounds of each measurement (${DEFAULT-VALUE}).")
  int rounds;

  @Option(
      names = "--seconds",
      paramLabel = "N",
      defaultValue = "5",
      description = "Length of one side of one round (${DEFAULT-VALUE}).")
  int seconds;

  @Option(
      names = "--connections",
      paramLabel = "N",
      defaultValue = "64",
      description = "Drains that send at once (${DEFAULT-VALUE}).")
  int connections;

  @Option(
      names = "--records",
      paramLabel = "N",
      defaultValue = "6000000",
      description = "Records that the analyzer reads in a round (${DEFAULT-VALUE}).")
  int records;

  @Option(
      names = "--quick",
      description = "Two short rounds of each: shows that all of it runs, and little more.")
  boolean quick;

  @Option(
      names = "--recordings",
      paramLabel = "DIR",
      description = "Leaves a Flight Recorder file of each measured JVM there.")
  @Nullable Path recordings;

  @Option(
      names = "--jmh",
      description = "Runs the JMH benchmarks of scanner and frame parser, and nothing else.")
  boolean jmh;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Shows this.")
  boolean help;

  /** Ends with 0 unless something could not be measured. */
  public static void main(String[] args) {
    System.exit(
        new CommandLine(new Bench()).setCaseInsensitiveEnumValuesAllowed(true).execute(args));
  }

  @Override
  public Integer call() throws Exception {
    if (jmh) {
      return Microbenchmarks.run();
    }
    if (recordings != null) {
      Files.createDirectories(recordings);
    }
    Plan plan = plan();
    Machine machine = new Machine();
    Table table = new Table();
    boolean whole = true;
    for (Part part : only) {
      whole &= measure(part, plan, table);
    }
    System.out.println(table);
    System.out.println();
    System.out.println(machine.describe());
    return whole ? 0 : 1;
  }

  private Plan plan() {
    Jvm jvm = new Jvm(recordings);
    return quick
        ? new Plan(2, Duration.ofSeconds(2), connections, QUICK_RECORDS, jvm)
        : new Plan(rounds, Duration.ofSeconds(seconds), connections, records, jvm);
  }

  /** What cannot be measured costs none of the other figures. */
  private static boolean measure(Part part, Plan plan, Table table) throws InterruptedException {
    try {
      table.add(rows(part, BenchHome.ofSystemProperty(), plan));
      return true;
    } catch (InterruptedException e) {
      throw e;
    } catch (Exception e) {
      System.err.printf("%s could not be measured: %s%n", part, e);
      return false;
    }
  }

  private static List<Row> rows(Part part, BenchHome home, Plan plan) throws Exception {
    return switch (part) {
      case INGEST -> new IngestMeasure(home, plan).rows();
      case REDACT -> new RedactMeasure(plan).rows();
      case SCANNER -> new ScannerMeasure(plan).rows();
      case PARSE -> new ParseMeasure(plan).rows();
      case ANALYZER -> new AnalyzerMeasure(home, plan).rows();
      case NOTIFIER -> new NotifierMeasure(home, plan).rows();
      case APPS -> new AppsMeasure(plan).rows();
      case CONSOLE -> new ConsoleMeasure(home, plan).rows();
      case LATENCY -> new LatencyMeasure(home, plan).rows();
      case DELIVERY -> new DeliveryMeasure(home, plan).rows();
      case MEMORY -> new MemoryMeasure(home, plan).rows();
    };
  }
}
