package io.stormdrain.local.backtest;

import io.stormdrain.local.StormdrainException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** What Kafka still has of topic {@code log-lines}, read without a trace: no group, no commit. */
public final class KeptLines implements AutoCloseable {

  private static final String TOPIC = "log-lines";
  private static final Duration POLL = Duration.ofMillis(500);
  private static final int ANSWER_MILLIS = 10_000;

  private final Consumer<byte[], byte[]> consumer;

  /**
   * Connects.
   *
   * @param settings of Kafka's client, at least {@code bootstrap.servers}
   */
  public KeptLines(Map<String, String> settings) {
    Map<String, Object> all = new HashMap<>(settings);
    all.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    all.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    all.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    all.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    all.putIfAbsent(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, ANSWER_MILLIS);
    all.putIfAbsent(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, ANSWER_MILLIS);
    this.consumer =
        new KafkaConsumer<>(all, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  /** All partitions. */
  public List<TopicPartition> partitions() {
    List<TopicPartition> partitions =
        consumer.partitionsFor(TOPIC).stream()
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList();
    if (partitions.isEmpty()) {
      throw new StormdrainException("Kafka has no topic " + TOPIC + ": no line has come yet");
    }
    return partitions;
  }

  /** Takes the records of a partition one by one. */
  public interface Visitor {
    void visit(ConsumerRecord<byte[], byte[]> record);

    /** There are no more. Returns how many of them were lines. */
    long end();
  }

  /**
   * Shows the records of one partition, as far as there are any now.
   *
   * @param from the first of this time or later begins it
   * @param visitor given the offset of the first record
   * @return how many of them were lines
   */
  public long each(TopicPartition partition, Instant from, LongFunction<Visitor> visitor) {
    consumer.assign(List.of(partition));
    long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
    OffsetAndTimestamp first =
        consumer.offsetsForTimes(Map.of(partition, from.toEpochMilli())).get(partition);
    long next = first == null ? end : first.offset();
    Visitor visiting = visitor.apply(next);
    consumer.seek(partition, next);
    while (next < end) {
      for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
        if (record.offset() < end) {
          visiting.visit(record);
        }
      }
      // Marks of transactions are passed over without being shown.
      next = consumer.position(partition);
    }
    return visiting.end();
  }

  @Override
  public void close() {
    try {
      consumer.close();
    } catch (KafkaException e) {
      throw new StormdrainException("the connection to Kafka could not be closed", e);
    }
  }
}
