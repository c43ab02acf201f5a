package io.stormdrain.engines;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Several brokers on one machine, each of which may be killed: every record is on three of them,
 * and on two before its sender hears of it.
 */
public final class KafkaCluster implements AutoCloseable {

  private final EngineHome home;
  private final Path folder;
  private final List<Integer> ports;
  private final List<Integer> controllerPorts;
  private final Map<Integer, Child> running = new TreeMap<>();

  private KafkaCluster(
      EngineHome home, Path folder, List<Integer> ports, List<Integer> controllerPorts) {
    this.home = home;
    this.folder = folder;
    this.ports = ports;
    this.controllerPorts = controllerPorts;
  }

  /**
   * Starts them, and returns when all of them serve and all topics exist.
   *
   * @param folder of their data and logs
   * @throws EngineException when one does not come up
   */
  public static KafkaCluster start(EngineHome home, Path folder, int brokers)
      throws InterruptedException {
    List<Integer> free = Ports.free(2 * brokers);
    KafkaCluster cluster =
        new KafkaCluster(
            home, folder, free.subList(0, brokers), free.subList(brokers, 2 * brokers));
    cluster.start(IntStream.rangeClosed(1, brokers).boxed().toList());
    Topics.create(cluster.bootstrapServers(), (short) cluster.quorum(1).copies());
    return cluster;
  }

  /** What clients need to know. */
  public String bootstrapServers() {
    return ports.stream().map(port -> "127.0.0.1:" + port).collect(Collectors.joining(","));
  }

  /** How many there are. */
  public int brokers() {
    return ports.size();
  }

  /** Kills one as {@code kill -9} does; they are numbered from 1. */
  public void kill(int node) {
    Child broker = running.remove(node);
    if (broker != null) {
      broker.kill();
    }
  }

  /** Brings the killed one back; returns when it serves. */
  public void restart(int node) {
    start(List.of(node));
  }

  /** A first one serves only once it sees another: they start side by side. */
  private void start(List<Integer> nodes) {
    Map<Integer, CompletableFuture<Child>> starting = new TreeMap<>();
    nodes.forEach(node -> starting.put(node, CompletableFuture.supplyAsync(() -> broker(node))));
    starting.forEach((node, broker) -> running.put(node, broker.join()));
  }

  private Child broker(int node) {
    try {
      Path data = Files.createDirectories(folder.resolve("broker-" + node));
      Path log = folder.resolve("broker-" + node + ".log");
      Child broker =
          new Launch("kafka-" + node, command(node, data), Map.of(), log, Launch.Output.PARENT)
              .start();
      broker.awaitLine(Broker.READY, Kafka.START_LIMIT);
      return broker;
    } catch (IOException e) {
      throw new EngineException("cannot create " + folder, e);
    }
  }

  private List<String> command(int node, Path data) {
    return home.java(
        Kafka.OPTIONS,
        Broker.class,
        "--data",
        data.toString(),
        "--port",
        ports.get(node - 1).toString(),
        "--node",
        Integer.toString(node),
        "--controller-ports",
        controllerPorts.stream().map(String::valueOf).collect(Collectors.joining(",")));
  }

  private Quorum quorum(int node) {
    return new Quorum(node, controllerPorts);
  }

  @Override
  public void close() {
    new ArrayList<>(running.keySet()).forEach(this::kill);
  }
}
