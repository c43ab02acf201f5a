package io.stormdrain.bench.analyzer;

import io.stormdrain.bench.ingest.RawProducer;
import io.stormdrain.bench.process.Orders;
import io.stormdrain.bench.traffic.LineRecords;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;

/**
 * Fills a new topic: {@code Preload BOOTSTRAP TOPIC}. Order {@code COUNT}, answer {@code loaded}.
 */
public final class Preload {

  private static final int PARTITIONS = 4;

  private Preload() {}

  /** Runs as a {@link io.stormdrain.bench.process.Worker}. */
  public static void main(String[] args) throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", args[0]))) {
      admin.createTopics(List.of(new NewTopic(args[1], PARTITIONS, (short) 1))).all().get();
    }
    Orders.serve(words -> load(args[0], args[1], Integer.parseInt(words[0])));
  }

  private static String load(String bootstrap, String topic, int count) {
    LineRecords records = new LineRecords(topic, Trouble.frames(Instant.now().minusSeconds(900)));
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(RawProducer.settings(bootstrap))) {
      for (int i = 0; i < count; i++) {
        int line = i % records.count();
        int turn = i / records.count();
        var _ = producer.send(records.record(line, turn, records.headers(line, turn)));
      }
    }
    return "loaded";
  }
}
