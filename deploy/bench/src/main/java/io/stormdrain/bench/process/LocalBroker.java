package io.stormdrain.bench.process;

import io.stormdrain.engines.Kafka;
import io.stormdrain.engines.Ports;
import io.stormdrain.engines.Running;
import java.nio.file.Path;
import java.util.List;

/**
 * The broker that {@code ./stormdrain up} brings, with the same small heap.
 *
 * @param bootstrapServers where clients connect
 * @param running its process
 */
public record LocalBroker(String bootstrapServers, Running running) implements AutoCloseable {

  /** Starts one with an empty log. */
  public static LocalBroker start(BenchHome home, Path folder) {
    List<Integer> ports = Ports.free(2);
    Kafka kafka =
        new Kafka(
            home.engines(),
            folder.resolve("kafka"),
            ports.getFirst(),
            ports.getLast(),
            folder.resolve("kafka.log"));
    return new LocalBroker(kafka.bootstrapServers(), kafka.start());
  }

  /** Nobody needs its log any more. */
  @Override
  public void close() {
    running.kill();
  }
}
