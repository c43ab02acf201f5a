package io.stormdrain.acceptance.fault;

import io.stormdrain.acceptance.Service;
import io.stormdrain.acceptance.Stage;
import io.stormdrain.engines.Engines;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** All processes at once, as when the machine goes. */
final class EverythingKilled implements Fault {

  private static final Duration READY = Duration.ofSeconds(60);

  @Override
  public String id() {
    return "F38";
  }

  @Override
  public String done() {
    return "kill -9 of Kafka, PostgreSQL and the three services at once, under load (1 time; in full 3)";
  }

  @Override
  public String checked() {
    return "oracle; all ready within 60 s";
  }

  @Override
  public void happen(Ground ground, Figures figures) {
    Stage stage = ground.stage();
    List<Service> services = List.of(stage.ingest, stage.analyzer, stage.notifier);
    Oracle oracle = new Oracle(ground, id());
    try (Crowd crowd = ground.crowd(id())) {
      for (int i = 0; i < ground.scale().times(1, 3); i++) {
        Ground.rest(Duration.ofSeconds(3));
        services.forEach(Service::kill);
        Engines.killKafka();
        Engines.killPostgres();
        Instant start = Instant.now();
        Engines.restartPostgres();
        Engines.restartKafka();
        services.forEach(Service::start);
        stage.awaitReady();
        figures.add("ready after", Duration.between(start, Instant.now()), READY);
      }
      oracle.holds(crowd, figures);
    }
  }
}
