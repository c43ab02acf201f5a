package io.stormdrain.acceptance.fault;

import io.stormdrain.acceptance.SmallDisk;
import io.stormdrain.acceptance.Stage;
import io.stormdrain.engines.Database;
import io.stormdrain.engines.EngineHome;
import io.stormdrain.engines.Engines;
import io.stormdrain.engines.Kafka;
import io.stormdrain.engines.Ports;
import io.stormdrain.engines.Postgres;
import io.stormdrain.engines.Running;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The disk of the broker is full, then that of the database; each on a small file system of its
 * own. Who ends of it is started again, as {@code up} and orchestrators do. The spool's disk is
 * filled by a test of the quick run.
 */
final class DiskFull implements Fault {

  private static final Duration RECOVERED = Duration.ofSeconds(30);
  private static final Path FOLDER = Path.of("target", "stage").toAbsolutePath();

  @Override
  public String id() {
    return "F10";
  }

  @Override
  public String done() {
    return "the disk of the broker's log (96 MB) is full for 8 s (in full 60 s), then that of the database (256 MB)";
  }

  @Override
  public String checked() {
    return "oracle each time; ready again within 30 s of room";
  }

  @Override
  public void happen(Ground ground, Figures figures) throws IOException {
    if (!SmallDisk.isPossible()) {
      throw new IllegalStateException("this needs the right to mount a file system");
    }
    broker(ground, figures);
    database(ground, figures);
  }

  private void broker(Ground ground, Figures figures) throws IOException {
    try (SmallDisk disk = SmallDisk.mount(FOLDER.resolve("disk-kafka"), "96m")) {
      Kafka kafka = kafka(disk.folder().resolve("data"));
      fills(
          new Scene("disk_kafka", disk, kafka::start, kafka.bootstrapServers(), null),
          ground,
          figures);
    }
  }

  private static Kafka kafka(Path data) {
    List<Integer> ports = Ports.free(2);
    return new Kafka(
        EngineHome.ofSystemProperty(),
        data,
        ports.getFirst(),
        ports.getLast(),
        FOLDER.resolve("disk-kafka.log"));
  }

  private void database(Ground ground, Figures figures) throws IOException {
    try (SmallDisk disk = SmallDisk.mount(FOLDER.resolve("disk-postgresql"), "256m")) {
      Postgres postgres =
          new Postgres(
              EngineHome.ofSystemProperty(),
              disk.folder().resolve("postgresql"),
              Ports.free(1).getFirst(),
              FOLDER.resolve("disk-postgresql.log"));
      // Two notifiers with a database each must not share a topic.
      Kafka kafka = kafka(Files.createTempDirectory(FOLDER, "disk-kafka"));
      Running beside = kafka.start();
      try {
        fills(
            new Scene("disk_database", disk, postgres::start, kafka.bootstrapServers(), postgres),
            ground,
            figures);
      } finally {
        beside.kill();
      }
    }
  }

  /** What stands on the small disk. */
  private record Scene(
      String name,
      SmallDisk disk,
      Supplier<Running> engine,
      String bootstrapServers,
      @Nullable Postgres postgres) {

    Database database() {
      return postgres == null ? Engines.database(name) : postgres.database();
    }
  }

  private void fills(Scene scene, Ground ground, Figures figures) {
    Running running = scene.engine().get();
    // Asked for now: who asks later has to wait until it is known.
    CompletableFuture<Integer> end = running.onExit();
    try (Stage stage =
        new Stage(
            scene.name(), scene.bootstrapServers(), scene.database(), ground.routes().settings())) {
      Ground small = new Ground(stage, ground.scale(), ground.routes());
      Oracle oracle = new Oracle(small, scene.name());
      try (Crowd crowd = small.crowd(scene.name())) {
        Ground.rest(Duration.ofSeconds(2));
        scene.disk().fill();
        Ground.rest(ground.scale().seconds(8, 60));
        scene.disk().free();
        if (end.isDone()) {
          figures.add(scene.name() + " ended", 1);
          running = scene.engine().get();
        }
        figures.add(
            scene.name() + " ready after",
            Ground.until("all is ready", () -> ready(stage)),
            RECOVERED);
        oracle.holds(crowd, figures);
      }
    } finally {
      running.kill();
    }
  }

  private static boolean ready(Stage stage) {
    return stage.ingest.isReady() && stage.analyzer.isReady() && stage.notifier.isReady();
  }
}
