package io.stormdrain.bench.ingest;

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
import io.stormdrain.bench.traffic.DrainRequests;
import io.stormdrain.bench.traffic.Frames;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Lines through the real door into a real broker, against a bare producer of the same records: the
 * two take turns, round by round, at each number of lines per request.
 */
public final class IngestMeasure {

  private static final List<Integer> LINES_PER_REQUEST = List.of(1, 10, 100);
  private static final int LINES = 40_000;
  private static final long SEED = 20_260_301;
  private static final long RAMP = Duration.ofSeconds(1).toNanos();

  private final BenchHome home;
  private final Plan plan;

  /** Measures nothing yet. */
  public IngestMeasure(BenchHome home, Plan plan) {
    this.home = home;
    this.plan = plan;
  }

  /** The two that are compared, at one number of lines per request. */
  private record Pair(int linesPerRequest, DrainLoad load, Worker raw, Duel rate, Duel cpu) {}

  /** Measures and gives the rows of the table. */
  public List<Row> rows() throws IOException, InterruptedException {
    Path folder = home.work("ingest");
    Path sources = RawProducer.APPS.write(folder.resolve("sources.yaml"));
    try (LocalBroker broker = LocalBroker.start(home, folder);
        ServiceProcess ingest =
            ServiceProcess.start(
                    home,
                    plan.jvm(),
                    "ingest",
                    folder,
                    new TreeMap<>(
                        Map.of(
                            "KAFKA_BOOTSTRAP_SERVERS", broker.bootstrapServers(),
                            "STORMDRAIN_SOURCES_FILE", sources.toString())))
                .awaitReady()) {
      List<Pair> pairs = new ArrayList<>();
      for (int lines : LINES_PER_REQUEST) {
        pairs.add(pair(lines, folder, broker, ingest));
      }
      measure(pairs, ingest);
      for (Pair pair : pairs) {
        pair.load().close();
        pair.raw().close();
      }
      return pairs.stream().flatMap(pair -> rows(pair).stream()).toList();
    }
  }

  private Pair pair(int lines, Path folder, LocalBroker broker, ServiceProcess ingest)
      throws IOException {
    Instant start = Instant.now().minusSeconds(60);
    Frames frames = Frames.generated(RawProducer.APPS, SEED, LINES, lines, start);
    Worker raw =
        Worker.start(
            plan.jvm(),
            "raw-producer-" + lines,
            RawProducer.class,
            folder,
            List.of(
                broker.bootstrapServers(),
                Long.toString(SEED),
                Integer.toString(LINES),
                Integer.toString(lines),
                Long.toString(start.toEpochMilli())));
    DrainLoad load =
        new DrainLoad(
            new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), ingest.port()),
            new DrainRequests(frames),
            plan.connections());
    return new Pair(lines, load, raw, new Duel(), new Duel());
  }

  private void measure(List<Pair> pairs, ServiceProcess ingest) throws IOException {
    long nanos = plan.time().toNanos();
    // The first turn of each only warms the compilers.
    for (int round = -1; round < plan.rounds(); round++) {
      for (Pair pair : pairs) {
        Rate raw = Rate.of(pair.raw().ask(RAMP + " " + nanos));
        Rate ours = pair.load().run(RAMP, nanos, () -> Cpu.nanos(ingest.pid()));
        plan.progress(
            "ingest, %d lines a request, round %d: %.0f k/s, raw %.0f k/s"
                .formatted(
                    pair.linesPerRequest(),
                    round + 1,
                    ours.perSecond() / 1e3,
                    raw.perSecond() / 1e3));
        if (round >= 0) {
          pair.rate().add(ours.perSecond(), raw.perSecond());
          pair.cpu().add(ours.cpuSecondsPerMillion(), raw.cpuSecondsPerMillion());
        }
      }
    }
  }

  private static List<Row> rows(Pair pair) {
    int lines = pair.linesPerRequest();
    String name = "ingest, %d %s per request".formatted(lines, lines == 1 ? "line" : "lines");
    return List.of(
        pair.rate()
            .row(
                name + ": rate / raw producer's",
                lines == 100 ? Goal.atLeast(0.8) : Goal.NONE,
                Unit.PER_SECOND),
        pair.cpu()
            .row(
                name + ": CPU per line / raw producer's", Goal.NONE, Unit.CPU_SECONDS_PER_MILLION));
  }
}
