package io.stormdrain.notifier.stream;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.annotations.Blocking;
import io.smallrye.reactive.messaging.kafka.KafkaConsumerRebalanceListener;
import io.stormdrain.notifier.delivery.Courier;
import io.stormdrain.notifier.store.Positions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Listens to topic {@code signals}. The database says how far was read: on assignment reading goes
 * on from there, whatever the consumer group has noted. While the database is away the batch in
 * hand is tried again until it is back; nothing is passed over. A batch that can never be stored is
 * taken record by record, and the one that is to blame is parked: it must not keep all others.
 */
@ApplicationScoped
@Identifier("signals") class SignalListener implements KafkaConsumerRebalanceListener {

  private static final Logger LOG = LoggerFactory.getLogger(SignalListener.class);
  private static final long FIRST_PAUSE_MILLIS = 200;
  private static final long LAST_PAUSE_MILLIS = 5_000;
  private static final Duration OLDEST_LIMIT = Duration.ofSeconds(3);

  private final SignalReader reader;
  private final Positions positions;
  private final Courier courier;
  private final SignalMetrics metrics;
  private final InstantSource clock;
  private final Reading reading;
  private final CountDownLatch stopping = new CountDownLatch(1);

  /** Until which offset of a partition what was deleted was told already. */
  private final Map<TopicPartition, Long> missedUntil = new ConcurrentHashMap<>();

  SignalListener(
      SignalReader reader,
      Positions positions,
      Courier courier,
      SignalMetrics metrics,
      InstantSource clock,
      Reading reading) {
    this.reader = reader;
    this.positions = positions;
    this.courier = courier;
    this.metrics = metrics;
    this.clock = clock;
    this.reading = reading;
  }

  @Incoming("signals")
  @Blocking
  void take(ConsumerRecords<byte[], byte[]> records) throws InterruptedException {
    if (stored(() -> reader.take(records)) == null) {
      return;
    }
    for (ConsumerRecord<byte[], byte[]> record : records) {
      RuntimeException fault = stored(() -> reader.take(alone(record)));
      if (fault != null) {
        park(record, fault);
      }
    }
  }

  private void park(ConsumerRecord<byte[], byte[]> record, RuntimeException fault)
      throws InterruptedException {
    LOG.error(
        "a record can never be stored, it is parked: partition={} offset={}",
        record.partition(),
        record.offset(),
        fault);
    RuntimeException again = stored(() -> reader.park(record, fault));
    if (again != null) {
      throw again;
    }
  }

  /** Null when it is stored; else why it never will be. What passes is waited for. */
  private @Nullable RuntimeException stored(Callable<Taken> change) throws InterruptedException {
    try {
      Taken taken = patiently(change);
      metrics.taken(taken, clock.instant());
      if (!taken.transitions().isEmpty()) {
        courier.wake();
      }
      return null;
    } catch (RuntimeException e) {
      if (Refusal.isFinal(e)) {
        return e;
      }
      throw e;
    }
  }

  /** Tries until the database answers, or this service stops. */
  private <T> T patiently(Callable<T> work) throws InterruptedException {
    long pause = FIRST_PAUSE_MILLIS;
    while (true) {
      try {
        T result = QuarkusTransaction.requiringNew().call(work);
        reading.stored();
        return result;
      } catch (RuntimeException e) {
        if (Refusal.isFinal(e)) {
          throw e;
        }
        metrics.retried();
        reading.notStored(e);
        LOG.warn("the database does not answer, trying again in {} ms: {}", pause, e.toString());
        LOG.debug("the fault was", e);
      }
      if (stopping.await(pause, TimeUnit.MILLISECONDS)) {
        throw new IllegalStateException("stopped before the database answered");
      }
      pause = Math.min(pause * 2, LAST_PAUSE_MILLIS);
    }
  }

  private static ConsumerRecords<byte[], byte[]> alone(ConsumerRecord<byte[], byte[]> record) {
    return new ConsumerRecords<>(
        Map.of(new TopicPartition(record.topic(), record.partition()), List.of(record)), Map.of());
  }

  @Override
  public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
    Map<TopicPartition, Long> known = known(partitions);
    Map<TopicPartition, Long> oldest = oldest(consumer, partitions);
    for (TopicPartition partition : partitions) {
      Long next = known.get(partition);
      countMissed(partition, next, oldest.getOrDefault(partition, 0L));
      if (next != null) {
        consumer.seek(partition, next);
      } else {
        consumer.seekToBeginning(List.of(partition));
      }
      LOG.info("partition assigned: partition={} position={}", partition.partition(), next);
    }
    reading.partitions(partitions.size());
  }

  /** When Kafka has deleted what was not read yet, reading goes on with the oldest that is left. */
  private void countMissed(TopicPartition partition, @Nullable Long next, long oldest) {
    if (next == null || next >= oldest || oldest == missedUntil.getOrDefault(partition, 0L)) {
      return;
    }
    missedUntil.put(partition, oldest);
    metrics.missed(oldest - next);
    LOG.warn(
        "signals were deleted before they were read: partition={} position={} oldest={}",
        partition.partition(),
        next,
        oldest);
  }

  @Override
  public void onPartitionsRevoked(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
    reading.partitions(-partitions.size());
  }

  /** Only to tell what was missed: without an answer reading begins all the same. */
  private static Map<TopicPartition, Long> oldest(
      Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
    try {
      return consumer.beginningOffsets(partitions, OLDEST_LIMIT);
    } catch (KafkaException e) {
      LOG.debug("the oldest offsets are not known", e);
      return Map.of();
    }
  }

  /** Without them reading cannot begin, so the database is waited for. */
  private Map<TopicPartition, Long> known(Collection<TopicPartition> partitions) {
    try {
      return patiently(() -> positions.of(partitions));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  void stop(@Observes ShutdownEvent event) {
    stopping.countDown();
  }
}
