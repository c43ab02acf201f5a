package io.stormdrain.notifier;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stormdrain.engines.Engines;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Topics {@code log-lines} and {@code signals} of a real broker, as the other services write them.
 */
public final class WrittenLog implements AutoCloseable {

  private final KafkaProducer<byte[], byte[]> producer =
      new KafkaProducer<>(
          Map.of("bootstrap.servers", Engines.kafka(), "linger.ms", 5),
          new ByteArraySerializer(),
          new ByteArraySerializer());
  private final List<Future<RecordMetadata>> sent = new ArrayList<>();

  /** Adds a line of web.1; it is there when {@link #places} returns. */
  public WrittenLog line(String app, Instant at, String text) {
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(
            "log-lines", null, at.toEpochMilli(), app.getBytes(UTF_8), text.getBytes(UTF_8));
    record.headers().add("service.name", app.getBytes(UTF_8));
    record.headers().add("service.instance.id", "web.1".getBytes(UTF_8));
    record.headers().add("deployment.id", "v7".getBytes(UTF_8));
    record.headers().add("origin", "app".getBytes(UTF_8));
    sent.add(producer.send(record));
    return this;
  }

  /** Adds a signal of web.1, as analyzer-service writes it. */
  public WrittenLog signal(String app, Instant at, String type, String subject, String line) {
    ObjectNode signal = new ObjectNode(JsonNodeFactory.instance);
    signal
        .put("id", "0/" + sent.size() + "/test")
        .put("type", type)
        .put("signature", "test")
        .put("source", app)
        .put("app", app)
        .put("platform", "heroku")
        .put("environment", "production")
        .put("process", "web.1")
        .put("time", at.toString())
        .put("subject", subject);
    signal.putObject("captures").put("module", subject);
    signal.putArray("remediation").add("Add " + subject + " to requirements.txt");
    signal.putObject("evidence").put("partition", 0).put("offset", sent.size()).put("line", line);
    return record(app, at, "signal", signal.toString());
  }

  /** Adds any record of topic {@code signals}. */
  public WrittenLog record(String app, Instant at, String kind, String value) {
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(
            "signals", null, at.toEpochMilli(), app.getBytes(UTF_8), value.getBytes(UTF_8));
    record.headers().add("kind", kind.getBytes(UTF_8));
    sent.add(producer.send(record));
    return this;
  }

  /** Where the lines that were added since the last call are. */
  public List<RecordMetadata> places() {
    producer.flush();
    List<RecordMetadata> all =
        sent.stream()
            .map(one -> {
              try {
                return one.get();
              } catch (InterruptedException | ExecutionException e) {
                throw new IllegalStateException(e);
              }
            })
            .toList();
    sent.clear();
    return all;
  }

  /** Forgets all before a place, as retention does. */
  public static void forget(RecordMetadata before) {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", Engines.kafka()))) {
      admin
          .deleteRecords(
              Map.of(
                  new TopicPartition(before.topic(), before.partition()),
                  RecordsToDelete.beforeOffset(before.offset())))
          .all()
          .get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    producer.close();
  }
}
