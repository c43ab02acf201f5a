package io.stormdrain.acceptance.fault;

import io.stormdrain.acceptance.Stage;
import io.stormdrain.engines.EngineHome;
import io.stormdrain.engines.Engines;
import io.stormdrain.engines.KafkaCluster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Kill -9 of each of three brokers in turn, and with it of the leader of every partition. Every
 * record is on two before it is acknowledged, so the others go on at once.
 */
final class LeaderKilled implements Fault {

  private static final int BROKERS = 3;

  @Override
  public String id() {
    return "F06";
  }

  @Override
  public String done() {
    return "three brokers, of which two must have each record; kill -9 of each in turn, away for 5 s (in full 30 s)";
  }

  @Override
  public String checked() {
    return "oracle; no 4xx";
  }

  @Override
  public void happen(Ground ground, Figures figures) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory(Stage.FOLDER, "three-brokers");
    try (KafkaCluster kafka = KafkaCluster.start(EngineHome.ofSystemProperty(), folder, BROKERS);
        Stage stage =
            new Stage(
                "three-brokers",
                kafka.bootstrapServers(),
                Engines.database("three_brokers"),
                ground.routes().settings())) {
      Ground three = new Ground(stage, ground.scale(), ground.routes());
      Oracle oracle = new Oracle(three, id());
      try (Crowd crowd = three.crowd(id())) {
        Ground.rest(Duration.ofSeconds(2));
        for (int broker = 1; broker <= kafka.brokers(); broker++) {
          kafka.kill(broker);
          Ground.rest(ground.scale().seconds(5, 30));
          kafka.restart(broker);
          // What it missed it reads from the others: only then may the next one go.
          Ground.rest(Duration.ofSeconds(5));
        }
        oracle.holds(crowd, figures);
        figures.add("longest wait of a sender", crowd.answers().longestWait());
        figures.add("503", crowd.answers().of(503));
      }
    }
  }
}
