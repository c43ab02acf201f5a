package io.stormdrain.ingest.door;

import io.quarkus.runtime.StartupEvent;
import io.stormdrain.ingest.registry.Registry;
import io.stormdrain.ingest.registry.RegistryState;
import io.stormdrain.ingest.source.FileSources;
import io.stormdrain.ingest.source.Sources;
import io.stormdrain.ingest.source.SourcesReload;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/** Looks again and again whether the file of sources, or the registry, has changed. */
@Singleton
final class SourcesWatch {
  private static final Logger LOG = Logger.getLogger(SourcesWatch.class);

  /** A change is in force within a second. */
  private static final long EVERY_MILLIS = 500;

  private final FileSources file;
  private final Registry registry;
  private final Sources sources;
  private final IngestMetrics metrics;
  private final Vertx vertx;
  private final AtomicBoolean looking = new AtomicBoolean();
  private RegistryState said = RegistryState.OFF;

  SourcesWatch(
      FileSources file, Registry registry, Sources sources, IngestMetrics metrics, Vertx vertx) {
    this.file = file;
    this.registry = registry;
    this.sources = sources;
    this.metrics = metrics;
    this.vertx = vertx;
  }

  /** What is in the registry is known before the doors open, if its database is there. */
  void open(@Observes StartupEvent started) {
    look();
    LOG.infof("sources=%d registry=%s", sources.all().size(), registry.state().word());
    vertx.setPeriodic(EVERY_MILLIS, id -> reload());
  }

  private void reload() {
    vertx.executeBlocking(file::reload).onSuccess(this::reloaded);
    // A database that does not answer keeps one thread waiting, and not one more every time.
    if (registry.state() != RegistryState.OFF && looking.compareAndSet(false, true)) {
      vertx
          .executeBlocking(
              () -> {
                look();
                return true;
              },
              false)
          .onComplete(done -> looking.set(false));
    }
  }

  private void reloaded(SourcesReload result) {
    metrics.reloaded(result);
    switch (result) {
      case UNCHANGED -> {}
      case TAKEN -> {
        metrics.register(sources);
        LOG.infof("sources file taken sources=%d", file.all().size());
      }
      case REFUSED ->
          LOG.warnf("sources file refused, those before it stay reason=\"%s\"", file.refusal());
    }
  }

  private synchronized void look() {
    boolean changed = registry.look();
    if (changed) {
      LOG.infof("registry read sources=%d", registry.all().size());
    }
    // Also what a change through this instance has brought.
    metrics.register(registry);
    if (registry.state() != said) {
      said = registry.state();
      say();
    }
  }

  private void say() {
    switch (said) {
      case OFF -> {}
      case IN_FORCE -> LOG.info("registry in force");
      case UNREAD -> LOG.warnf("registry not read, only the file counts: %s", registry.trouble());
      case FROM_COPY ->
          LOG.warnf("registry goes on from this machine's copy: %s", registry.trouble());
      case FROM_MEMORY -> LOG.warnf("registry goes on from memory: %s", registry.trouble());
    }
  }
}
