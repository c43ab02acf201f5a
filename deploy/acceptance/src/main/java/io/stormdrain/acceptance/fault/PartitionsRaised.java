package io.stormdrain.acceptance.fault;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewPartitions;

/** Somebody gives the topics more partitions while lines flow: keys move to other ones. */
final class PartitionsRaised implements Fault {

  @Override
  public String id() {
    return "F28";
  }

  @Override
  public String done() {
    return "log-lines and signals get two more partitions each while lines flow";
  }

  @Override
  public String checked() {
    return "oracle";
  }

  @Override
  public void happen(Ground ground, Figures figures)
      throws ExecutionException, InterruptedException {
    Oracle oracle = new Oracle(ground, id());
    try (Crowd crowd = ground.crowd(id());
        Admin admin =
            Admin.create(Map.of("bootstrap.servers", ground.stage().bootstrapServers()))) {
      Ground.rest(Duration.ofSeconds(3));
      int lines = ground.records("log-lines").mark().size() + 2;
      int signals = ground.records("signals").mark().size() + 2;
      admin
          .createPartitions(
              Map.of(
                  "log-lines", NewPartitions.increaseTo(lines),
                  "signals", NewPartitions.increaseTo(signals)))
          .all()
          .get();
      figures.add("partitions", lines);
      Ground.rest(ground.scale().seconds(8, 30));
      oracle.holds(crowd, figures);
    }
  }
}
