package io.stormdrain.acceptance.fault;

import io.stormdrain.acceptance.Service;
import java.time.Duration;
import java.util.List;

/** SIGTERM to each service in turn, with a second door for the time of the first one's restart. */
final class RollingRestart implements Fault {

  private static final Duration REFUSED = Duration.ofSeconds(2);

  @Override
  public String id() {
    return "F04";
  }

  @Override
  public String done() {
    return "both doors, the analyzer and the notifier are stopped and started in turn (1 round; in full 3)";
  }

  @Override
  public String checked() {
    return "oracle; no sender waits longer than 2 s";
  }

  @Override
  public void happen(Ground ground, Figures figures) {
    Service second = ground.another("ingest", "-second");
    Ground.revive(second);
    Oracle oracle = new Oracle(ground, id());
    List<Service> all =
        List.of(ground.stage().ingest, second, ground.stage().analyzer, ground.stage().notifier);
    try (Crowd crowd =
        new Crowd(
            ground, id(), 20, List.of(ground.door(ground.stage().ingest), ground.door(second)))) {
      for (int round = 0; round < ground.scale().times(1, 3); round++) {
        for (Service service : all) {
          Ground.rest(Duration.ofMillis(500));
          service.stop();
          Ground.revive(service);
        }
      }
      oracle.holds(crowd, figures);
      figures.add("longest wait of a sender", crowd.answers().longestWait(), REFUSED);
    } finally {
      second.stop();
    }
  }
}
