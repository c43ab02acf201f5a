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
import io.stormdrain.bench.traffic.Dialect;
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

  /** What is brought how; the last three differ in nothing but their dialect. */
  private static final List<Shape> SHAPES =
      List.of(
          new Shape(1, Dialect.LOGPLEX),
          new Shape(10, Dialect.LOGPLEX),
          new Shape(100, Dialect.LOGPLEX),
          new Shape(100, Dialect.OTLP_PROTOBUF),
          new Shape(100, Dialect.OTLP_JSON));

  private static final Shape GOAL = new Shape(100, Dialect.LOGPLEX);
  private static final int LINES = 40_000;
  private static final long SEED = 20_260_301;

  /** Turns that only warm the compilers, which otherwise take as much of the cores as the door. */
  private static final int WARM_UPS = 2;

  private static final long RAMP = Duration.ofSeconds(1).toNanos();

  private final BenchHome home;
  private final Plan plan;

  /** Measures nothing yet. */
  public IngestMeasure(BenchHome home, Plan plan) {
    this.home = home;
    this.plan = plan;
  }

  /** How lines come. */
  private record Shape(int linesPerRequest, Dialect dialect) {
    @Override
    public String toString() {
      String lines = linesPerRequest + (linesPerRequest == 1 ? " line" : " lines");
      return switch (dialect) {
        case LOGPLEX -> lines + " per request";
        case OTLP_PROTOBUF -> lines + " per OTLP request, protobuf";
        case OTLP_JSON -> lines + " per OTLP request, JSON";
      };
    }
  }

  /** The two that are compared, for one way in which lines come. */
  private record Pair(Shape shape, DrainLoad load, Worker raw, Duel rate, Duel cpu) {}

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
                            "STORMDRAIN_SOURCES_FILE", sources.toString(),
                            // What one source may send is not what is measured.
                            "STORMDRAIN_INGEST_LINES_PER_SECOND", "0")))
                .awaitReady()) {
      List<Pair> pairs = new ArrayList<>();
      for (Shape shape : SHAPES) {
        pairs.add(pair(shape, folder, broker, ingest));
      }
      measure(pairs, ingest);
      for (Pair pair : pairs) {
        pair.load().close();
        pair.raw().close();
      }
      return pairs.stream().flatMap(pair -> rows(pair).stream()).toList();
    }
  }

  private Pair pair(Shape shape, Path folder, LocalBroker broker, ServiceProcess ingest)
      throws IOException {
    int lines = shape.linesPerRequest();
    Instant start = Instant.now().minusSeconds(60);
    Frames frames = Frames.generated(RawProducer.APPS, SEED, LINES, lines, start);
    Worker raw =
        Worker.start(
            plan.jvm(),
            "raw-producer-" + lines + "-" + shape.dialect(),
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
            new DrainRequests(frames, shape.dialect()),
            plan.connections());
    return new Pair(shape, load, raw, new Duel(), new Duel());
  }

  private void measure(List<Pair> pairs, ServiceProcess ingest) throws IOException {
    long nanos = plan.time().toNanos();
    for (int round = -WARM_UPS; round < plan.rounds(); round++) {
      for (Pair pair : pairs) {
        Rate raw = Rate.of(pair.raw().ask(RAMP + " " + nanos));
        Rate ours = pair.load().run(RAMP, nanos, () -> Cpu.nanos(ingest.pid()));
        plan.progress(
            "ingest, %s, round %d: %.0f k/s, raw %.0f k/s"
                .formatted(pair.shape(), round + 1, ours.perSecond() / 1e3, raw.perSecond() / 1e3));
        if (round >= 0) {
          pair.rate().add(ours.perSecond(), raw.perSecond());
          pair.cpu().add(ours.cpuSecondsPerMillion(), raw.cpuSecondsPerMillion());
        }
      }
    }
  }

  private static List<Row> rows(Pair pair) {
    String name = "ingest, " + pair.shape();
    return List.of(
        pair.rate()
            .row(
                name + ": rate / raw producer's",
                pair.shape().equals(GOAL) ? Goal.atLeast(0.8) : Goal.NONE,
                Unit.PER_SECOND),
        pair.cpu()
            .row(
                name + ": CPU per line / raw producer's", Goal.NONE, Unit.CPU_SECONDS_PER_MILLION));
  }
}
