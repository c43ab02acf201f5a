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
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Listens to topic {@code signals}. The database says how far was read: on assignment reading goes
 * on from there, whatever the consumer group has noted. While the database is away the batch in
 * hand is tried again until it is back; nothing is passed over.
 */
@ApplicationScoped
@Identifier("signals") class SignalListener implements KafkaConsumerRebalanceListener {

  private static final Logger LOG = LoggerFactory.getLogger(SignalListener.class);
  private static final long FIRST_PAUSE_MILLIS = 200;
  private static final long LAST_PAUSE_MILLIS = 5_000;

  private final SignalReader reader;
  private final Positions positions;
  private final Courier courier;
  private final SignalMetrics metrics;
  private final CountDownLatch stopping = new CountDownLatch(1);

  SignalListener(SignalReader reader, Positions positions, Courier courier, SignalMetrics metrics) {
    this.reader = reader;
    this.positions = positions;
    this.courier = courier;
    this.metrics = metrics;
  }

  @Incoming("signals")
  @Blocking
  void take(ConsumerRecords<byte[], byte[]> records) throws InterruptedException {
    long pause = FIRST_PAUSE_MILLIS;
    while (stopping.getCount() > 0) {
      try {
        if (QuarkusTransaction.requiringNew().call(() -> reader.take(records))) {
          courier.wake();
        }
        return;
      } catch (RuntimeException e) {
        metrics.retried();
        LOG.warn("signals could not be stored, trying again in {} ms: {}", pause, e.toString());
        LOG.debug("the fault was", e);
      }
      if (stopping.await(pause, TimeUnit.MILLISECONDS)) {
        break;
      }
      pause = Math.min(pause * 2, LAST_PAUSE_MILLIS);
    }
    throw new IllegalStateException("stopped before the signals could be stored");
  }

  @Override
  public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
    Map<TopicPartition, Long> known =
        QuarkusTransaction.requiringNew().call(() -> positions.of(partitions));
    for (TopicPartition partition : partitions) {
      Long next = known.get(partition);
      if (next != null) {
        consumer.seek(partition, next);
      } else {
        consumer.seekToBeginning(List.of(partition));
      }
      LOG.info("partition assigned: partition={} position={}", partition.partition(), next);
    }
  }

  void stop(@Observes ShutdownEvent event) {
    stopping.countDown();
  }
}
