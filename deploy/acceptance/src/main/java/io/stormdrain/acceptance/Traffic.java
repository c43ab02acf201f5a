package io.stormdrain.acceptance;

import io.stormdrain.engines.Database;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
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

/**
 * What is on its way through Kafka: by what the analyzer has committed there, and by the positions
 * that the notifier keeps in its database, because what it commits in Kafka is only for others to
 * see and may lag.
 */
final class Traffic implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(100);

  private final Database database;
  private final Admin admin;
  private final KafkaConsumer<byte[], byte[]> signals;
  private final Map<TopicPartition, Long> lastSignal = new HashMap<>();

  Traffic(String bootstrapServers, Database database) {
    this.database = database;
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
    Map<TopicPartition, Long> read = committedByTheAnalyzer();
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
    Map<Integer, Long> read = kept();
    return lastSignal.entrySet().stream()
        .allMatch(last -> read.getOrDefault(last.getKey().partition(), 0L) > last.getValue());
  }

  private Map<Integer, Long> kept() {
    try (Connection connection =
            DriverManager.getConnection(
                database.jdbcUrl(), database.user(), database.password().reveal());
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select partition, next_offset from notifier.stream_position where topic = 'signals'")) {
      Map<Integer, Long> next = new HashMap<>();
      while (rows.next()) {
        next.put(rows.getInt(1), rows.getLong(2));
      }
      return next;
    } catch (SQLException e) {
      if (isAway(e)) {
        return Map.of();
      }
      throw new IllegalStateException(e);
    }
  }

  /** Stories kill the database too: while it is away nothing is through. */
  private static boolean isAway(SQLException e) {
    String state = String.valueOf(e.getSQLState());
    return state.startsWith("08") || state.startsWith("57");
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

  private Map<TopicPartition, Long> committedByTheAnalyzer() {
    try {
      Map<TopicPartition, OffsetAndMetadata> offsets =
          admin.listConsumerGroupOffsets("analyzer").partitionsToOffsetAndMetadata().get();
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
