package io.stormdrain.acceptance.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.stormdrain.acceptance.fault.AppDrain.Line;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Lines whose clock is wrong, or that come late. */
final class ClocksApart implements Fault {

  private static final String AHEAD = "f17-ahead";
  private static final String LATE = "f17-late";
  private static final String OLD = "f17-old";

  @Override
  public String id() {
    return "F17";
  }

  @Override
  public String done() {
    return "troubles from 5 min in the future, from 10 min and from 40 min ago, behind lines of now";
  }

  @Override
  public String checked() {
    return "all lines counted; ahead and late open one incident each; the oldest pages nobody, and is on record";
  }

  @Override
  public void happen(Ground ground, Figures figures) {
    ground.admit(List.of(AHEAD, LATE, OLD));
    Tally tally = new Tally(ground);
    tell(ground, AHEAD, Duration.ofMinutes(-5));
    tell(ground, LATE, Duration.ofMinutes(10));
    tell(ground, OLD, Duration.ofMinutes(40));
    tally.awaitCounted(Map.of(AHEAD, 4L, LATE, 4L, OLD, 4L));
    ground.stage().settle();
    for (String app : List.of(AHEAD, LATE, OLD)) {
      figures.add("messages, " + app, ground.stage().slack.posts("webhook", app).size());
    }
    assertThat(ground.incidents(AHEAD)).hasSize(1);
    assertThat(ground.incidents(LATE)).hasSize(1);
    assertThat(ground.incidents(OLD)).as("incidents of old news that are told").isEmpty();
    assertThat(ground.stage().notifier.get("/api/v1/incidents?app=" + OLD))
        .as("old news on record")
        .contains("\"type\":\"build-failed\"", "\"severity\":\"info\"");
    assertThat(ground.stage().slack.posts("webhook", OLD)).as("messages about old news").isEmpty();
  }

  private static void tell(Ground ground, String app, Duration age) {
    URI door = ground.door(ground.stage().ingest);
    Instant then = Instant.now().minus(age);
    new AppDrain(app, List.of(door), new Answers())
        .send(
            "skew",
            List.of(
                Line.now("web.1", "all is well"),
                Line.now("worker.1", "all is well here too"),
                new Line("api", then, Plant.Trouble.BUILD.begin),
                Line.now("web.1", "still well")),
            Crowd.PATIENCE);
  }
}
