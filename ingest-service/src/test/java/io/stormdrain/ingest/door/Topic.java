package io.stormdrain.ingest.door;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads what one source's requests put into {@code log-lines} from now on. */
final class Topic implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration QUIET = Duration.ofMillis(300);

  /** A record, in short. */
  record Line(String key, String text, long timestamp, Map<String, String> headers) {
    static Line of(ConsumerRecord<String, byte[]> line) {
      Map<String, String> headers =
          StreamSupport.stream(line.headers().spliterator(), false)
              .collect(Collectors.toMap(h -> h.key(), h -> new String(h.value(), UTF_8)));
      return new Line(line.key(), new String(line.value(), UTF_8), line.timestamp(), headers);
    }

    String header(String name) {
      return headers.getOrDefault(name, "");
    }
  }

  private final KafkaConsumer<String, byte[]> consumer;
  private final String source;

  Topic(String servers, String source) {
    this.source = source;
    Map<String, Object> settings = Map.of("bootstrap.servers", servers);
    consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    List<TopicPartition> partitions =
        consumer.partitionsFor("log-lines").stream()
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToEnd(partitions);
    partitions.forEach(consumer::position);
  }

  /** The source's next lines: so many, and none after them. */
  List<Line> take(int count) {
    List<Line> lines = new ArrayList<>();
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (lines.size() < count && System.nanoTime() < end) {
      poll(Duration.ofMillis(100), lines);
    }
    poll(QUIET, lines);
    if (lines.size() != count) {
      throw new AssertionError("expected %d lines, got %d".formatted(count, lines.size()));
    }
    return lines;
  }

  /** The lines of the source until no more come. */
  List<Line> takeAll() {
    List<Line> lines = new ArrayList<>();
    int before = -1;
    while (before < lines.size()) {
      before = lines.size();
      poll(Duration.ofSeconds(2), lines);
    }
    return lines;
  }

  private void poll(Duration patience, List<Line> lines) {
    for (ConsumerRecord<String, byte[]> record : consumer.poll(patience)) {
      // One source may speak for several services.
      if (record.key().equals(source) || record.key().startsWith(source + "/")) {
        lines.add(Line.of(record));
      }
    }
  }

  @Override
  public void close() {
    consumer.close();
  }
}
