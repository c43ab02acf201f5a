package io.stormdrain.acceptance.fault;

import io.stormdrain.acceptance.Service;
import java.time.Duration;
import java.util.Random;

/** Kill -9 of ingest under load, again and again. */
final class DoorKilled implements Fault {

  private static final Duration READY = Duration.ofSeconds(5);

  @Override
  public String id() {
    return "F01";
  }

  @Override
  public String done() {
    return "kill -9 of ingest under load, at random moments (3 times; in full 20)";
  }

  @Override
  public String checked() {
    return "oracle; ready again within 5 s";
  }

  @Override
  public void happen(Ground ground, Figures figures) {
    Service ingest = ground.stage().ingest;
    Random random = ground.scale().random(id());
    Oracle oracle = new Oracle(ground, id());
    Duration slowest = Duration.ZERO;
    try (Crowd crowd = ground.crowd(id())) {
      int kills = ground.scale().times(3, 20);
      for (int i = 0; i < kills; i++) {
        Ground.pause(random, Duration.ofMillis(500), Duration.ofSeconds(2));
        ingest.kill();
        Duration took = Ground.revive(ingest);
        slowest = took.compareTo(slowest) > 0 ? took : slowest;
      }
      figures.add("kills", kills);
      figures.add("slowest start", slowest, READY);
      oracle.holds(crowd, figures);
      figures.add("longest wait of a sender", crowd.answers().longestWait());
    }
  }
}
