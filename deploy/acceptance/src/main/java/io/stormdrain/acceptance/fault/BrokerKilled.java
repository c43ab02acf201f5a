package io.stormdrain.acceptance.fault;

import io.stormdrain.engines.Engines;
import java.time.Duration;

/** Kill -9 of the only broker; what comes meanwhile waits in the spool. */
final class BrokerKilled implements Fault {

  private static final Duration DRAINED = Duration.ofSeconds(30);

  @Override
  public String id() {
    return "F05";
  }

  @Override
  public String done() {
    return "kill -9 of the only broker, away for 8 s (in full 30 s)";
  }

  @Override
  public String checked() {
    return "oracle; no 4xx; spool empty within 30 s";
  }

  @Override
  public void happen(Ground ground, Figures figures) {
    Oracle oracle = new Oracle(ground, id());
    try (Crowd crowd = ground.crowd(id())) {
      Ground.rest(Duration.ofSeconds(2));
      Engines.killKafka();
      try {
        Ground.rest(ground.scale().seconds(8, 30));
      } finally {
        Engines.restartKafka();
      }
      double spooled = ground.stage().ingest.metric("stormdrain_ingest_spool_written_lines_total");
      figures.add("spooled lines", Math.round(spooled));
      figures.add(
          "drained after",
          Ground.until(
              "that the spool is drained",
              () ->
                  ground
                      .stage()
                      .ingest
                      .get("/q/metrics")
                      .contains("\nstormdrain_ingest_spool_waiting_lines 0")),
          DRAINED);
      oracle.holds(crowd, figures);
      figures.add("longest wait of a sender", crowd.answers().longestWait());
      figures.add("503", crowd.answers().of(503));
    }
  }
}
