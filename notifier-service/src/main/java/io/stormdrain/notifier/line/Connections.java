package io.stormdrain.notifier.line;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.utils.Utils;

/** Makes readers of topic {@code log-lines}. */
final class Connections {

  private static final String TOPIC = "log-lines";
  private static final int ANSWER_MILLIS = 3_000;

  private final Map<String, Object> settings;

  Connections(Map<String, Object> kafka) {
    this.settings = new HashMap<>(kafka);
    settings.put(ConsumerConfig.CLIENT_ID_CONFIG, "notifier-log-lines");
    settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 2_000);
    settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, ANSWER_MILLIS);
    settings.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, ANSWER_MILLIS);
    settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
  }

  LogReader reader(int partition, Duration patience) {
    return new LogReader(consumer(), new TopicPartition(TOPIC, partition), patience);
  }

  /** Of the partition that an app's lines are in: Kafka's usual one for its key. */
  LogReader reader(String source, Duration patience) {
    Consumer<byte[], byte[]> consumer = consumer();
    try {
      int partitions = consumer.partitionsFor(TOPIC).size();
      int partition =
          Utils.toPositive(Utils.murmur2(source.getBytes(UTF_8))) % Math.max(1, partitions);
      return new LogReader(consumer, new TopicPartition(TOPIC, partition), patience);
    } catch (RuntimeException e) {
      consumer.close();
      throw e;
    }
  }

  private Consumer<byte[], byte[]> consumer() {
    return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }
}
