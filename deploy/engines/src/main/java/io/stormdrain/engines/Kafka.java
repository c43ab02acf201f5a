package io.stormdrain.engines;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * The {@link Broker}, seen from its parent.
 *
 * @param home the engines' jars
 * @param data folder of its log, kept between runs
 * @param port where clients connect
 * @param controllerPort for its own use
 * @param log file for its warnings
 */
public record Kafka(EngineHome home, Path data, int port, int controllerPort, Path log) {

  static final Duration START_LIMIT = Duration.ofSeconds(90);

  /**
   * A heap of 160 MiB holds 4 topics of 4 partitions with room to spare; the page cache does the
   * rest.
   */
  static final List<String> OPTIONS =
      List.of(
          "-Xms32m",
          "-Xmx160m",
          "-Xss512k",
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-XX:ReservedCodeCacheSize=48m",
          "-XX:MaxDirectMemorySize=64m",
          "-XX:-UsePerfData",
          "-XX:+ExitOnOutOfMemoryError",
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow",
          "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
          "-Dorg.slf4j.simpleLogger.showDateTime=true",
          "-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd'T'HH:mm:ss.SSSXXX");

  /** What clients need to know. */
  public String bootstrapServers() {
    return "127.0.0.1:" + port;
  }

  /**
   * Starts the broker and returns when it serves and all topics exist.
   *
   * @throws EngineException when it does not come up
   */
  public Running start() {
    try {
      Files.createDirectories(data);
    } catch (IOException e) {
      throw new EngineException("cannot create " + data, e);
    }
    List<String> command =
        home.java(
            OPTIONS,
            Broker.class,
            "--data",
            data.toString(),
            "--port",
            Integer.toString(port),
            "--controller-port",
            Integer.toString(controllerPort));
    Child broker = new Launch("kafka", command, Map.of(), log, Launch.Output.PARENT).start();
    broker.awaitLine(Broker.READY, START_LIMIT);
    return broker;
  }
}
