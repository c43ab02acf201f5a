package io.stormdrain.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * The lines of one source that are in the topic, as their readers count them: the first of each
 * name.
 *
 * @param byName text by {@code frame} header, in the order of the topic
 * @param repeats records that came again under the name of an earlier one
 */
record Published(Map<String, String> byName, int repeats) {

  private static final Duration QUIET = Duration.ofSeconds(2);

  static Published of(String bootstrapServers, String source) {
    Map<String, Object> settings = Map.of("bootstrap.servers", bootstrapServers);
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor("log-lines").stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      Map<String, String> byName = new LinkedHashMap<>();
      int repeats = 0;
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        for (ConsumerRecord<String, byte[]> record : consumer.poll(QUIET)) {
          if (record.key().equals(source)) {
            String before = byName.putIfAbsent(name(record), new String(record.value(), UTF_8));
            repeats += before == null ? 0 : 1;
          }
        }
      }
      return new Published(byName, repeats);
    }
  }

  private static String name(ConsumerRecord<String, byte[]> record) {
    Header frame = Objects.requireNonNull(record.headers().lastHeader("frame"), "no frame");
    return new String(frame.value(), UTF_8);
  }
}
