package io.stormdrain.notifier.stream;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.stormdrain.notifier.NotifierConfig;
import io.stormdrain.notifier.store.VitalsStore;
import io.stormdrain.notifier.vitals.Step;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Forgets vitals that are older than settings say. */
@ApplicationScoped
class VitalsRetention {

  private static final Logger LOG = LoggerFactory.getLogger(VitalsRetention.class);
  private static final long EVERY_MINUTES = 1;

  private final VitalsStore store;
  private final NotifierConfig config;
  private final InstantSource clock;
  private final CountDownLatch stopping = new CountDownLatch(1);

  VitalsRetention(VitalsStore store, NotifierConfig config, InstantSource clock) {
    this.store = store;
    this.config = config;
    this.clock = clock;
  }

  void start(@Observes StartupEvent event) {
    Thread.ofVirtual().name("vitals").start(this::run);
  }

  void stop(@Observes ShutdownEvent event) {
    stopping.countDown();
  }

  private void run() {
    try {
      while (!stopping.await(EVERY_MINUTES, TimeUnit.MINUTES)) {
        try {
          forget(clock.instant());
        } catch (RuntimeException e) {
          LOG.warn("old vitals cannot be forgotten now: {}", e.toString());
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  void forget(Instant now) {
    for (Step step : Step.values()) {
      Instant before = now.minus(kept(step));
      QuarkusTransaction.requiringNew().run(() -> store.forget(step, before));
    }
  }

  private Duration kept(Step step) {
    return switch (step) {
      case TEN_SECONDS -> config.vitals().tenSecondsKept();
      case MINUTE -> config.vitals().minutesKept();
    };
  }
}
