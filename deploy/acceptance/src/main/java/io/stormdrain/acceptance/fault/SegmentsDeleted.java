package io.stormdrain.acceptance.fault;

import io.stormdrain.acceptance.Service;
import io.stormdrain.acceptance.fault.AppDrain.Line;
import java.net.URI;
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
    say(ground, "read");
    figures.add("lines missed", missed(analyzer, "stormdrain_analyzer_lines_missed_total", LOST));

    Service notifier = ground.stage().notifier;
    notifier.kill();
    Map<TopicPartition, Long> before = ground.records("signals").mark();
    say(ground, "unheard");
    Ground.until("that the analyzer tells", () -> !ground.records("signals").mark().equals(before));
    forget(ground, "signals");
    Ground.revive(notifier);
    figures.add("signals missed", missed(notifier, "stormdrain_notifier_signals_missed_total", 1));

    Oracle oracle = new Oracle(ground, id());
    try (Crowd crowd = ground.crowd(id())) {
      oracle.holds(crowd, figures);
    }
  }

  private static long missed(Service service, String metric, long least) {
    Ground.until("that it says how many it missed", () -> service.metric(metric) >= least);
    return Math.round(service.metric(metric));
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
