package io.stormdrain.bench.analyzer;

import io.stormdrain.bench.process.Cpu;
import io.stormdrain.bench.process.Orders;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Reads a topic from its begin and does nothing but count: {@code BareConsumer BOOTSTRAP TOPIC
 * GROUP}. Order {@code FROM TO}, counts of records between which is measured; answer {@code NANOS
 * CPU-NANOS}.
 */
public final class BareConsumer {

  private static final Duration POLL = Duration.ofMillis(100);

  private BareConsumer() {}

  /** Runs as a {@link io.stormdrain.bench.process.Worker}. */
  public static void main(String[] args) throws Exception {
    Orders.serve(words ->
        read(args[0], args[1], args[2], Long.parseLong(words[0]), Long.parseLong(words[1])));
  }

  /** Those of the analyzer's consumer. */
  private static Map<String, Object> settings(String bootstrap, String group) {
    return Map.ofEntries(
        Map.entry("bootstrap.servers", bootstrap),
        Map.entry("key.deserializer", ByteArrayDeserializer.class),
        Map.entry("value.deserializer", ByteArrayDeserializer.class),
        Map.entry("group.id", group),
        Map.entry("enable.auto.commit", false),
        Map.entry("auto.offset.reset", "earliest"),
        Map.entry("isolation.level", "read_committed"),
        Map.entry("max.poll.records", 5_000),
        Map.entry("fetch.max.bytes", 8 << 20),
        Map.entry("max.partition.fetch.bytes", 2 << 20));
  }

  private static String read(String bootstrap, String topic, String group, long from, long to) {
    long pid = ProcessHandle.current().pid();
    try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(settings(bootstrap, group))) {
      consumer.subscribe(List.of(topic));
      long count = 0;
      while (count < from) {
        count += consumer.poll(POLL).count();
      }
      long began = System.nanoTime();
      long cpu = Cpu.nanos(pid);
      long before = count;
      while (count < to) {
        count += consumer.poll(POLL).count();
      }
      double share = (double) (to - from) / (count - before);
      return Math.round((System.nanoTime() - began) * share)
          + " "
          + Math.round((Cpu.nanos(pid) - cpu) * share);
    }
  }
}
