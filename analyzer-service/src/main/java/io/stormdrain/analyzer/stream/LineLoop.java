package io.stormdrain.analyzer.stream;

import io.stormdrain.analyzer.AnalyzerConfig;
import io.stormdrain.analyzer.AnalyzerMetrics;
import io.stormdrain.analyzer.Backlog;
import io.stormdrain.analyzer.classify.Classifier;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One reading thread. After any fault it starts again with new clients from the last committed
 * position: what was not committed was not told.
 */
final class LineLoop implements Runnable {

  private static final Logger LOG = LoggerFactory.getLogger(LineLoop.class);
  private static final long PAUSE_MILLIS = 1_000;
  private static final String CONNECTIONS = "connection-count";

  private final Clients clients;
  private final Supplier<Classifier> classifier;
  private final AnalyzerConfig config;
  private final AnalyzerMetrics metrics;
  private final Backlog backlog;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private volatile @Nullable Consumer<byte[], byte[]> waking;
  private volatile int assigned;
  private volatile @Nullable String fault = "has not read yet";

  /**
   * @param classifier the one in use, for this thread
   */
  LineLoop(
      Clients clients,
      Supplier<Classifier> classifier,
      AnalyzerConfig config,
      AnalyzerMetrics metrics) {
    this.clients = clients;
    this.classifier = classifier;
    this.config = config;
    this.metrics = metrics;
    this.backlog = metrics.backlog();
  }

  /** How many partitions it reads. */
  int assigned() {
    return assigned;
  }

  /** Why it does not read, null when it does. */
  @Nullable String fault() {
    Consumer<byte[], byte[]> consumer = waking;
    boolean alone = fault == null && consumer != null && !isConnected(consumer);
    return alone ? "no broker of Kafka is connected" : fault;
  }

  /** A consumer waits for brokers in silence; its own count of connections tells. */
  private static boolean isConnected(Consumer<byte[], byte[]> consumer) {
    return consumer.metrics().entrySet().stream()
        .filter(metric -> metric.getKey().name().equals(CONNECTIONS))
        .anyMatch(metric -> ((Number) metric.getValue().metricValue()).doubleValue() > 0);
  }

  void stop() {
    stopping.countDown();
    Consumer<byte[], byte[]> consumer = waking;
    if (consumer != null) {
      consumer.wakeup();
    }
  }

  @Override
  public void run() {
    while (stopping.getCount() > 0) {
      try {
        read();
      } catch (WakeupException e) {
        LOG.debug("woken to stop");
      } catch (RuntimeException e) {
        metrics.restarts.increment();
        fault = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        LOG.warn("reading starts again in {} ms: {}", PAUSE_MILLIS, fault);
        LOG.debug("the fault was", e);
        pause();
      }
    }
  }

  private void read() {
    try (Producer<byte[], byte[]> producer = clients.producer();
        Consumer<byte[], byte[]> consumer = clients.consumer()) {
      LineSession session =
          new LineSession(consumer, producer, classifier, config, metrics, backlog);
      waking = consumer;
      session.begin();
      while (stopping.getCount() > 0) {
        session.round();
        assigned = session.assigned().size();
        fault = null;
      }
    } finally {
      waking = null;
      assigned = 0;
    }
  }

  private void pause() {
    try {
      if (stopping.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
        LOG.debug("stopped while waiting to start again");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      stopping.countDown();
    }
  }
}
