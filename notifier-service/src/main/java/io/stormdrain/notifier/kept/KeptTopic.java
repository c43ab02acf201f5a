package io.stormdrain.notifier.kept;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.utils.Utils;

/** Makes readers of what Kafka still has of a topic. */
public final class KeptTopic {

  private static final int ANSWER_MILLIS = 3_000;

  private final String topic;
  private final Map<String, Object> settings;

  /**
   * Connects to nothing yet.
   *
   * @param kafka settings of clients
   */
  public KeptTopic(String topic, Map<String, Object> kafka) {
    this.topic = topic;
    this.settings = new HashMap<>(kafka);
    settings.put(ConsumerConfig.CLIENT_ID_CONFIG, "notifier-" + topic);
    settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 2_000);
    settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, ANSWER_MILLIS);
    settings.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, ANSWER_MILLIS);
    settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
  }

  /** The numbers of its partitions; none while there is no such topic. */
  public List<Integer> partitions() {
    try (Consumer<byte[], byte[]> consumer = consumer()) {
      return consumer.partitionsFor(topic).stream().map(PartitionInfo::partition).sorted().toList();
    }
  }

  /**
   * Of one partition.
   *
   * @param patience for all that is read
   */
  public KeptPartition partition(int partition, Duration patience) {
    return new KeptPartition(consumer(), new TopicPartition(topic, partition), patience);
  }

  /** Of the partition that an app's records are in: Kafka's usual one for its key. */
  public KeptPartition partitionOf(String source, Duration patience) {
    Consumer<byte[], byte[]> consumer = consumer();
    try {
      int partitions = consumer.partitionsFor(topic).size();
      int partition =
          Utils.toPositive(Utils.murmur2(source.getBytes(UTF_8))) % Math.max(1, partitions);
      return new KeptPartition(consumer, new TopicPartition(topic, partition), patience);
    } catch (RuntimeException e) {
      consumer.close();
      throw e;
    }
  }

  private Consumer<byte[], byte[]> consumer() {
    return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }
}
