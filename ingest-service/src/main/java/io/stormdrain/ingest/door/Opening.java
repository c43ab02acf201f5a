package io.stormdrain.ingest.door;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.stormdrain.ingest.line.KafkaLink;
import io.stormdrain.ingest.source.FileSources;
import io.stormdrain.ingest.source.SourcesReload;
import io.stormdrain.ingest.spool.Spool;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** What begins when the service opens: the way to Kafka, and looking after the sources file. */
@Singleton
final class Opening {
  private static final Logger LOG = Logger.getLogger(Opening.class);

  /** A change is in force within a second. */
  private static final long RELOAD_MILLIS = 500;

  private final FileSources sources;
  private final IngestMetrics metrics;
  private final KafkaLink kafka;
  private final Fallback fallback;
  private final Vertx vertx;

  Opening(
      FileSources sources, IngestMetrics metrics, KafkaLink kafka, Fallback fallback, Vertx vertx) {
    this.sources = sources;
    this.metrics = metrics;
    this.kafka = kafka;
    this.fallback = fallback;
    this.vertx = vertx;
  }

  void open(@Observes StartupEvent started) {
    kafka.open();
    Spool spool = fallback.spool();
    if (spool != null) {
      spool.open();
      LOG.infof("spool lines=%d bytes=%d", spool.counts().waiting(), spool.counts().bytes());
    }
    LOG.infof("sources=%d", sources.all().size());
    vertx.setPeriodic(
        RELOAD_MILLIS, id -> vertx.executeBlocking(sources::reload).onSuccess(this::reloaded));
  }

  private void reloaded(SourcesReload result) {
    metrics.reloaded(result);
    switch (result) {
      case UNCHANGED -> {}
      case TAKEN -> {
        metrics.register(sources);
        LOG.infof("sources file taken sources=%d", sources.all().size());
      }
      case REFUSED ->
          LOG.warnf("sources file refused, those before it stay reason=\"%s\"", sources.refusal());
    }
  }

  void close(@Observes ShutdownEvent stopped) {
    Spool spool = fallback.spool();
    if (spool != null) {
      spool.close();
    }
    kafka.close();
  }
}
