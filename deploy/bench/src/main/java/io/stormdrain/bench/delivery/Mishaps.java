package io.stormdrain.bench.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Writes signals as the analyzer does, each of which opens an incident of an app of its own. */
final class Mishaps implements AutoCloseable {

  private final KafkaProducer<byte[], byte[]> producer;
  private long line;

  Mishaps(String bootstrapServers) {
    producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", bootstrapServers, "linger.ms", "1"),
            new ByteArraySerializer(),
            new ByteArraySerializer());
  }

  /** The build of an app runs out of memory. */
  void happen(String app) {
    String signal =
        """
        {"id":"0/%2$d/bench","type":"build.oom","signature":"bench","source":"%1$s","app":"%1$s",\
        "platform":"heroku","time":"%3$s","subject":"step 1",\
        "evidence":{"partition":0,"offset":%2$d,"line":"Killed"}}\
        """
            .formatted(app, ++line, Instant.now());
    ProducerRecord<byte[], byte[]> written =
        new ProducerRecord<>("signals", app.getBytes(UTF_8), signal.getBytes(UTF_8));
    written.headers().add("kind", "signal".getBytes(UTF_8));
    var _ = producer.send(written);
  }

  @Override
  public void close() {
    producer.close();
  }
}
