package io.stormdrain.ingest.line;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.DisconnectException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The way to Kafka. It is made, watched and made anew in the background: a service whose Kafka is
 * away starts, says so, and recovers by itself.
 */
public final class KafkaLink implements Outlet, AutoCloseable {
  private static final Logger LOG = Logger.getLogger(KafkaLink.class);
  private static final long WATCH_MILLIS = 250;
  private static final long REPLACE_NANOS = Duration.ofSeconds(5).toNanos();
  private static final Duration CLOSE_LIMIT = Duration.ofSeconds(3);

  private final Map<String, Object> settings;
  private final ScheduledExecutorService watch =
      Executors.newSingleThreadScheduledExecutor(
          task -> Thread.ofPlatform().daemon().name("kafka-link").unstarted(task));

  private volatile @Nullable KafkaProducer<byte[], byte[]> producer;
  private volatile boolean broken;

  /** When the producer was made; the watching thread's own. */
  private long made;

  private volatile KafkaHealth health = KafkaHealth.starting();

  /**
   * Not connected before {@link #open}.
   *
   * @param settings what the operator says about Kafka
   * @param patience after which a line is given up
   */
  public KafkaLink(Map<String, Object> settings, Duration patience) {
    this.settings = ProducerSettings.of(settings, patience);
  }

  /** Begins to connect, without waiting for it. */
  public void open() {
    NativeLz4.load();
    var _ = watch.scheduleWithFixedDelay(this::look, 0, WATCH_MILLIS, TimeUnit.MILLISECONDS);
  }

  @Override
  public void send(LogLine line) {
    KafkaProducer<byte[], byte[]> current = producer;
    if (current == null) {
      line.onCompletion(null, new DisconnectException("no Kafka client"));
      return;
    }
    try {
      // The answer comes by the line's own callback.
      var _ = current.send(line, line);
    } catch (KafkaException | IllegalStateException e) {
      // Thrown, and not given to the callback, only by a client that is closed or beyond repair.
      broken = true;
      line.onCompletion(null, e);
    }
  }

  /** As of a quarter of a second ago at most. */
  public KafkaHealth health() {
    return health;
  }

  private void look() {
    KafkaHealth now = current();
    if (now.cause() != health.cause()) {
      Logger.Level level = now.isReachable() ? Logger.Level.INFO : Logger.Level.WARN;
      LOG.logf(level, "Kafka link cause=%s detail=\"%s\"", now.cause().word(), now.detail());
    }
    health = now;
  }

  private KafkaHealth current() {
    try {
      if (broken && System.nanoTime() - made > REPLACE_NANOS) {
        LOG.warn("Kafka client replaced");
        closeNow(Duration.ZERO);
        broken = false;
      }
      KafkaProducer<byte[], byte[]> existing = producer;
      return KafkaHealth.of(existing == null ? newProducer() : existing);
    } catch (RuntimeException e) {
      // Whatever it is: looking must go on.
      return KafkaHealth.noClient(e);
    }
  }

  @Nullable KafkaProducer<byte[], byte[]> client() {
    return producer;
  }

  private KafkaProducer<byte[], byte[]> newProducer() {
    KafkaProducer<byte[], byte[]> created = new KafkaProducer<>(settings);
    producer = created;
    made = System.nanoTime();
    return created;
  }

  private void closeNow(Duration limit) {
    KafkaProducer<byte[], byte[]> old = producer;
    producer = null;
    if (old != null) {
      old.close(limit);
    }
  }

  /** Sends what it has, for a few seconds at most. */
  @Override
  public void close() {
    watch.shutdownNow();
    closeNow(CLOSE_LIMIT);
  }

  /** Where Kafka is looked for. */
  public String servers() {
    return Objects.toString(settings.get(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG));
  }
}
