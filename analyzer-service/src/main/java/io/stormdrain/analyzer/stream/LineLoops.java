package io.stormdrain.analyzer.stream;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import io.stormdrain.analyzer.AnalyzerConfig;
import io.stormdrain.analyzer.AnalyzerMetrics;
import io.stormdrain.analyzer.own.ActiveSignatures;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The reading threads of this instance, from its start to its end. */
@Singleton
public class LineLoops {

  private static final Logger LOG = LoggerFactory.getLogger(LineLoops.class);
  private static final long STOP_MILLIS = 8_000;

  private final Map<String, Object> kafka;
  private final AnalyzerConfig config;
  private final AnalyzerMetrics metrics;
  private final ActiveSignatures signatures;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final List<LineLoop> loops = new ArrayList<>();
  private final List<Thread> threads = new ArrayList<>();

  LineLoops(
      @Identifier("default-kafka-broker") Map<String, Object> kafka,
      AnalyzerConfig config,
      AnalyzerMetrics metrics,
      ActiveSignatures signatures) {
    this.kafka = kafka;
    this.config = config;
    this.metrics = metrics;
    this.signatures = signatures;
  }

  void start(@Observes StartupEvent event) {
    NativeLz4.load();
    signatures.look();
    LOG.info("signatures in use: {}", signatures.state());
    threads.add(Thread.ofPlatform().daemon().name("signatures").start(this::lookForSignatures));
    for (int i = 0; i < config.threads(); i++) {
      LineLoop loop =
          new LineLoop(new Clients(kafka, config, i), signatures.reader(), config, metrics);
      loops.add(loop);
      threads.add(Thread.ofPlatform().name("lines-" + i).start(loop));
    }
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    stopping.countDown();
    loops.forEach(LineLoop::stop);
    for (Thread thread : threads) {
      thread.join(STOP_MILLIS);
    }
  }

  private void lookForSignatures() {
    try {
      while (!stopping.await(config.signaturesEvery().toMillis(), TimeUnit.MILLISECONDS)) {
        signatures.look();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** How many partitions are read. */
  int assigned() {
    return loops.stream().mapToInt(LineLoop::assigned).sum();
  }

  /** Why some partitions are not read, null when all is well. */
  @Nullable String fault() {
    return loops.stream().map(LineLoop::fault).filter(f -> f != null).findFirst().orElse(null);
  }
}
