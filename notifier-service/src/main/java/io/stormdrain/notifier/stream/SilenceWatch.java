package io.stormdrain.notifier.stream;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import io.stormdrain.notifier.delivery.Courier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
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

  private final KafkaClientService kafka;
  private final Timers timers;
  private final Courier courier;
  private final Hearing hearing;
  private final CountDownLatch stopping = new CountDownLatch(1);

  SilenceWatch(KafkaClientService kafka, Timers timers, Courier courier, Hearing hearing) {
    this.kafka = kafka;
    this.timers = timers;
    this.courier = courier;
    this.hearing = hearing;
  }

  void start(@Observes StartupEvent event) {
    Thread.ofVirtual().name("silence").start(this::run);
  }

  void stop(@Observes ShutdownEvent event) {
    stopping.countDown();
    hearing.close();
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
        Instant heard = hearing.until();
        while (timers.fire(read, heard)) {
          courier.wake();
        }
      }
    } catch (RuntimeException e) {
      if (stopping.getCount() > 0) {
        LOG.warn("what is due cannot happen now: {}", e.toString());
      }
    }
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
