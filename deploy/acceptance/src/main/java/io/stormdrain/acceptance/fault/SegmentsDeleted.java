package io.stormdrain.acceptance.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.stormdrain.acceptance.Service;
import io.stormdrain.acceptance.fault.AppDrain.Line;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;

/** Kafka deletes what the analyzer and the notifier have not read yet, as short retention does. */
final class SegmentsDeleted implements Fault {

  private static final String APP = "f30-lost";
  private static final int LOST = 50;

  @Override
  public String id() {
    return "F30";
  }

  @Override
  public String done() {
    return "records that were not read yet are deleted from log-lines, then from signals";
  }

  @Override
  public String checked() {
    return "both go on by themselves, and say how many they missed; oracle for what comes behind";
  }

  @Override
  public void happen(Ground ground, Figures figures) throws Exception {
    ground.admit(List.of(APP));
    ground.stage().settle();
    Service analyzer = ground.stage().analyzer;
    analyzer.kill();
    say(ground, "unread");
    forget(ground, "log-lines");
    Ground.revive(analyzer);
    Ground.until(
        "that the analyzer says how many it missed",
        () -> analyzer.metric("stormdrain_analyzer_lines_skipped_total") >= LOST);
    assertThat(Math.round(analyzer.metric("stormdrain_analyzer_lines_skipped_total")))
        .isEqualTo(LOST);
    figures.add("lines missed", LOST);

    Service notifier = ground.stage().notifier;
    notifier.kill();
    say(ground, "unheard");
    Tally all = new Tally(ground);
    Ground.until("that the analyzer has told", () -> all.records().isEmpty());
    Ground.rest(Duration.ofSeconds(4));
    forget(ground, "signals");
    Ground.revive(notifier);
    Ground.until(
        "that the notifier says how many it missed",
        () -> notifier.metric("stormdrain_notifier_signals_skipped_total") > 0);
    figures.add(
        "signals missed, at most",
        Math.round(notifier.metric("stormdrain_notifier_signals_skipped_total")));

    Oracle oracle = new Oracle(ground, id());
    try (Crowd crowd = ground.crowd(id())) {
      oracle.holds(crowd, figures);
    }
  }

  private static void say(Ground ground, String frame) {
    URI door = ground.door(ground.stage().ingest);
    List<Line> lines =
        IntStream.range(0, LOST).mapToObj(i -> Line.now("web.1", frame + " " + i)).toList();
    new AppDrain(APP, List.of(door), new Answers()).send(frame, lines, Crowd.PATIENCE);
  }

  private static void forget(Ground ground, String topic)
      throws InterruptedException, ExecutionException {
    Map<TopicPartition, RecordsToDelete> all = new HashMap<>();
    ground
        .records(topic)
        .mark()
        .forEach((partition, end) -> all.put(partition, RecordsToDelete.beforeOffset(end)));
    try (Admin admin =
        Admin.create(Map.of("bootstrap.servers", ground.stage().bootstrapServers()))) {
      admin.deleteRecords(all).all().get();
    }
  }
}
