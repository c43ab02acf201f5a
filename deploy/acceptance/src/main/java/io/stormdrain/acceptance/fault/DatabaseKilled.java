package io.stormdrain.acceptance.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.stormdrain.acceptance.Service;
import io.stormdrain.engines.Engines;
import java.time.Duration;

/** Kill -9 of PostgreSQL; the notifier waits, everybody else goes on. */
final class DatabaseKilled implements Fault {

  private static final Duration RECOVERED = Duration.ofSeconds(30);

  @Override
  public String id() {
    return "F08";
  }

  @Override
  public String done() {
    return "kill -9 of PostgreSQL, away for 8 s (in full 60 s)";
  }

  @Override
  public String checked() {
    return "oracle; the notifier is alive, not ready, and says why; ready within 30 s of its return";
  }

  @Override
  public void happen(Ground ground, Figures figures) {
    Service notifier = ground.stage().notifier;
    Oracle oracle = new Oracle(ground, id());
    try (Crowd crowd = ground.crowd(id())) {
      Ground.rest(Duration.ofSeconds(2));
      Engines.killPostgres();
      try {
        Ground.rest(ground.scale().seconds(8, 60));
        assertThat(notifier.isReady()).as("ready without a database").isFalse();
        assertThat(notifier.get("/q/health/live")).contains("\"status\": \"UP\"");
      } finally {
        Engines.restartPostgres();
      }
      figures.add(
          "ready after", Ground.until("that the notifier is ready", notifier::isReady), RECOVERED);
      oracle.holds(crowd, figures);
    }
  }
}
