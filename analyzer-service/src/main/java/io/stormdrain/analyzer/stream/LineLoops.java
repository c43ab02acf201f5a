package io.stormdrain.analyzer.stream;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import io.stormdrain.analyzer.AnalyzerConfig;
import io.stormdrain.analyzer.AnalyzerMetrics;
import io.stormdrain.analyzer.classify.Classifier;
import io.stormdrain.analyzer.classify.Shipped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
  private final List<LineLoop> loops = new ArrayList<>();
  private final List<Thread> threads = new ArrayList<>();

  LineLoops(
      @Identifier("default-kafka-broker") Map<String, Object> kafka,
      AnalyzerConfig config,
      AnalyzerMetrics metrics) {
    this.kafka = kafka;
    this.config = config;
    this.metrics = metrics;
  }

  void start(@Observes StartupEvent event) {
    NativeLz4.load();
    Classifier classifier = Shipped.classifier();
    LOG.info("catalogue loaded: signatures={}", classifier.signatures().size());
    for (int i = 0; i < config.threads(); i++) {
      LineLoop loop = new LineLoop(new Clients(kafka, config, i), classifier, config, metrics);
      loops.add(loop);
      threads.add(Thread.ofPlatform().name("lines-" + i).start(loop));
    }
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    loops.forEach(LineLoop::stop);
    for (Thread thread : threads) {
      thread.join(STOP_MILLIS);
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
