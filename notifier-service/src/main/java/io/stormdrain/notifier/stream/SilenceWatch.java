package io.stormdrain.notifier.stream;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import io.stormdrain.notifier.delivery.Courier;
import io.stormdrain.notifier.incident.CaseFile;
import io.stormdrain.notifier.incident.Transition;
import io.stormdrain.notifier.store.IncidentStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets happen what is due in apps that have fallen silent: their own time stands still, so the
 * clock on the wall decides. Only where everything that was said has been read, because what waits
 * to be read may say otherwise.
 */
@ApplicationScoped
class SilenceWatch {

  private static final Logger LOG = LoggerFactory.getLogger(SilenceWatch.class);
  private static final long EVERY_MILLIS = 1_000;
  private static final Duration LAG_ANSWER = Duration.ofSeconds(5);
  private static final int MOST_AT_A_TIME = 100;

  private final KafkaClientService kafka;
  private final IncidentStore store;
  private final SignalReader reader;
  private final Courier courier;
  private final SignalMetrics metrics;
  private final InstantSource clock;
  private final CountDownLatch stopping = new CountDownLatch(1);

  SilenceWatch(
      KafkaClientService kafka,
      IncidentStore store,
      SignalReader reader,
      Courier courier,
      SignalMetrics metrics,
      InstantSource clock) {
    this.kafka = kafka;
    this.store = store;
    this.reader = reader;
    this.courier = courier;
    this.metrics = metrics;
    this.clock = clock;
  }

  void start(@Observes StartupEvent event) {
    Thread.ofVirtual().name("silence").start(this::run);
  }

  void stop(@Observes ShutdownEvent event) {
    stopping.countDown();
  }

  private void run() {
    try {
      while (!stopping.await(EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
        look();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void look() {
    try {
      Set<Integer> read = readToTheEnd();
      if (!read.isEmpty()) {
        while (happened(read)) {
          courier.wake();
        }
      }
    } catch (RuntimeException e) {
      if (stopping.getCount() > 0) {
        LOG.warn("what is due cannot happen now: {}", e.toString());
      }
    }
  }

  /** Returns whether there may be more. */
  private boolean happened(Set<Integer> partitions) {
    Instant wall = clock.instant();
    AtomicBoolean some = new AtomicBoolean();
    List<Transition> made =
        QuarkusTransaction.requiringNew()
            .call(() -> {
              Map<String, CaseFile> due = store.openDue(wall, partitions, MOST_AT_A_TIME);
              due.values().forEach(file -> file.tick(wall));
              some.set(!due.isEmpty());
              return reader.keep(due);
            });
    metrics.changed(made, wall);
    return some.get();
  }

  private Set<Integer> readToTheEnd() {
    KafkaConsumer<Object, Object> consumer = kafka.getConsumer("signals");
    if (consumer == null) {
      return Set.of();
    }
    return consumer.runOnPollingThread(SilenceWatch::withoutLag).await().atMost(LAG_ANSWER);
  }

  private static Set<Integer> withoutLag(Consumer<Object, Object> consumer) {
    Set<Integer> partitions = new HashSet<>();
    for (TopicPartition partition : consumer.assignment()) {
      if (consumer.currentLag(partition).orElse(Long.MAX_VALUE) == 0) {
        partitions.add(partition.partition());
      }
    }
    return partitions;
  }
}
