package io.stormdrain.notifier.stream;

import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** How the reading of topic {@code signals} is going. */
@Singleton
class Reading {

  /** What keeps it, or that nothing does. */
  enum Cause {
    /** Signals are read and stored. */
    READING,
    /** The first connection is still to come. */
    STARTING,
    /** No broker of Kafka is connected. */
    NO_KAFKA,
    /** The database does not store what was read. */
    NOT_STORED;

    String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  private static final String CONNECTIONS = "connection-count";

  private final KafkaClientService kafka;
  private final AtomicInteger partitions = new AtomicInteger();
  private volatile @Nullable String fault;

  Reading(KafkaClientService kafka) {
    this.kafka = kafka;
  }

  /** What was read is stored. */
  void stored() {
    fault = null;
  }

  /** What was read cannot be stored now. */
  void notStored(RuntimeException why) {
    fault = why.toString();
  }

  /** So many partitions more, or less, are read here. */
  void partitions(int more) {
    partitions.addAndGet(more);
  }

  /** How many partitions are read here; others may be read by other instances. */
  int partitions() {
    return partitions.get();
  }

  /** Why the database does not store; null when it does. */
  @Nullable String fault() {
    return fault;
  }

  Cause cause() {
    if (fault != null) {
      return Cause.NOT_STORED;
    }
    KafkaConsumer<Object, Object> consumer = kafka.getConsumer("signals");
    if (consumer == null) {
      return Cause.STARTING;
    }
    boolean connected =
        consumer.unwrap().metrics().entrySet().stream()
            .filter(metric -> metric.getKey().name().equals(CONNECTIONS))
            .anyMatch(metric -> ((Number) metric.getValue().metricValue()).doubleValue() > 0);
    return connected ? Cause.READING : Cause.NO_KAFKA;
  }
}
