package io.stormdrain.notifier.stream;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import io.stormdrain.notifier.NotifierConfig;
import io.stormdrain.notifier.store.TransitionFeed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes every transition to topics {@code incidents}, which keeps the latest of each incident, and
 * {@code incident-history}. At least once and in each incident's order: whoever reads them passes
 * over a {@code seq} that it knows.
 */
@ApplicationScoped
class TransitionPublisher {

  private static final Logger LOG = LoggerFactory.getLogger(TransitionPublisher.class);
  private static final List<String> TOPICS = List.of("incidents", "incident-history");
  private static final long EVERY_MILLIS = 500;
  private static final int MOST_AT_A_TIME = 100;

  private final TransitionFeed feed;
  private final NotifierConfig config;
  private final Map<String, Object> settings;
  private final CountDownLatch stopping = new CountDownLatch(1);

  TransitionPublisher(
      TransitionFeed feed,
      NotifierConfig config,
      @Identifier("default-kafka-broker") Map<String, Object> kafka) {
    this.feed = feed;
    this.config = config;
    this.settings = new HashMap<>(kafka);
    settings.put(ProducerConfig.CLIENT_ID_CONFIG, "notifier-incidents");
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    settings.put(ProducerConfig.LINGER_MS_CONFIG, 5);
    // A transaction waits for it.
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 5_000);
    settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 4_000);
    settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 8_000);
  }

  void start(@Observes StartupEvent event) {
    if (config.publishIncidents()) {
      Thread.ofVirtual().name("incidents").start(this::run);
    }
  }

  void stop(@Observes ShutdownEvent event) {
    stopping.countDown();
  }

  private void run() {
    boolean failing = false;
    try (Producer<String, byte[]> producer =
        new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
      while (!stopping.await(EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
        try {
          while (QuarkusTransaction.requiringNew().call(() -> publish(producer))) {
            // There may be more.
          }
          failing = false;
        } catch (RuntimeException e) {
          if (!failing && stopping.getCount() > 0) {
            LOG.warn("changes of incidents cannot be published, trying on: {}", e.toString());
          }
          failing = true;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Returns whether there may be more. */
  private boolean publish(Producer<String, byte[]> producer) {
    List<TransitionFeed.Entry> entries = feed.next(MOST_AT_A_TIME);
    if (entries.isEmpty()) {
      return false;
    }
    List<Future<RecordMetadata>> sent = new ArrayList<>();
    for (TransitionFeed.Entry entry : entries) {
      byte[] json = TransitionJson.write(entry);
      String key = entry.transition().incident().toString();
      for (String topic : TOPICS) {
        sent.add(producer.send(new ProducerRecord<>(topic, key, json)));
      }
    }
    producer.flush();
    sent.forEach(TransitionPublisher::check);
    feed.published(entries);
    return true;
  }

  private static void check(Future<RecordMetadata> sent) {
    try {
      sent.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(String.valueOf(e.getCause()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
