package io.stormdrain.acceptance.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.stormdrain.acceptance.Service;
import io.stormdrain.acceptance.fault.AppDrain.Line;
import io.stormdrain.engines.Engines;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** The broker is away for so long that the spool is full. */
final class SpoolFull implements Fault {

  private static final String APP = "f07-full";
  private static final int LINES = 20;
  private static final int LONG = 2_000;
  private static final int FAR_TOO_MANY = 2_000;

  @Override
  public String id() {
    return "F07";
  }

  @Override
  public String done() {
    return "the broker stays away until a spool of 4 MB is full";
  }

  @Override
  public String checked() {
    return "503 from then on, never 4xx; refused lines counted exactly; what was taken is all in the topic when the broker is back";
  }

  @Override
  public void happen(Ground ground, Figures figures) {
    Service door =
        ground.stage().another("ingest", "-small", Map.of("STORMDRAIN_INGEST_SPOOL_LIMIT", "4M"));
    Ground.revive(door);
    ground.admit(List.of(APP));
    Answers answers = new Answers();
    AppDrain drain = new AppDrain(APP, List.of(ground.door(door)), answers);
    AppDrain probe = new AppDrain(APP, List.of(ground.door(door)), new Answers());
    Ground.until("that the other door knows it too", () -> probe.post("hello", List.of()) == 204);
    Tally tally = new Tally(ground);
    int frames = 0;
    try {
      Engines.killKafka();
      List<Line> lines = Collections.nCopies(LINES, Line.now("web.1", "x".repeat(LONG)));
      while (answers.of(503) < 5 && frames < FAR_TOO_MANY) {
        drain.post("full-%05d".formatted(frames++), lines);
      }
      double refused =
          door.metric("stormdrain_ingest_lines_refused_total", "source=\"" + APP + '"');
      assertThat(Math.round(refused)).as("refused lines").isEqualTo(answers.of(503) * LINES);
      figures.add("lines taken", drain.acknowledged().size());
      figures.add("refused", Math.round(refused));
      assertThat(answers.refused()).as("4xx among %s", answers).isZero();
    } finally {
      Engines.restartKafka();
    }
    Ground.until(
        "that the spool is empty",
        () -> door.get("/q/metrics").contains("\nstormdrain_ingest_spool_waiting_lines 0"));
    door.stop();
    assertThat(tally.records(APP).keySet()).containsAll(drain.acknowledged().keySet());
    tally.awaitCounted(Map.of(APP, (long) tally.records(APP).size()));
  }
}
