package io.stormdrain.acceptance;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** What is on its way through Kafka, by the positions that the services have committed. */
final class Traffic implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(100);

  private final Admin admin;
  private final KafkaConsumer<byte[], byte[]> signals;
  private final Map<TopicPartition, Long> lastSignal = new HashMap<>();

  Traffic(String bootstrapServers) {
    admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers));
    Map<String, Object> settings = new HashMap<>();
    settings.put("bootstrap.servers", bootstrapServers);
    settings.put("isolation.level", "read_committed");
    settings.put("auto.offset.reset", "earliest");
    signals =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    List<TopicPartition> partitions =
        signals.partitionsFor("signals").stream()
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList();
    signals.assign(partitions);
    signals.seekToBeginning(partitions);
  }

  /** Whether the analyzer has read every line, and the notifier every signal that came of them. */
  boolean isThrough() {
    return linesAreRead() && signalsAreRead();
  }

  private boolean linesAreRead() {
    Map<TopicPartition, Long> read = committed("analyzer");
    return ends("log-lines").entrySet().stream()
        .allMatch(end -> end.getValue() == 0 || end.getValue().equals(read.get(end.getKey())));
  }

  private boolean signalsAreRead() {
    Map<TopicPartition, Long> ends = signals.endOffsets(signals.assignment());
    while (ends.entrySet().stream()
        .anyMatch(end -> signals.position(end.getKey()) < end.getValue())) {
      signals
          .poll(POLL)
          .forEach(record ->
              lastSignal.put(
                  new TopicPartition(record.topic(), record.partition()), record.offset()));
    }
    Map<TopicPartition, Long> read = committed("notifier");
    return lastSignal.entrySet().stream()
        .allMatch(last -> read.getOrDefault(last.getKey(), 0L) > last.getValue());
  }

  private Map<TopicPartition, Long> ends(String topic) {
    try {
      Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
      signals
          .partitionsFor(topic)
          .forEach(
              info -> latest.put(new TopicPartition(topic, info.partition()), OffsetSpec.latest()));
      Map<TopicPartition, Long> ends = new HashMap<>();
      admin.listOffsets(latest).all().get().forEach((key, value) -> ends.put(key, value.offset()));
      return ends;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private Map<TopicPartition, Long> committed(String group) {
    try {
      Map<TopicPartition, OffsetAndMetadata> offsets =
          admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
      Map<TopicPartition, Long> committed = new HashMap<>();
      offsets.forEach((key, value) -> committed.put(key, value == null ? 0L : value.offset()));
      return committed;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    signals.close();
    admin.close();
  }
}
