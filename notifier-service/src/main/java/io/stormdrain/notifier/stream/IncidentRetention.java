package io.stormdrain.notifier.stream;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.stormdrain.notifier.NotifierConfig;
import io.stormdrain.notifier.announcement.Announcements;
import io.stormdrain.notifier.store.PastIncidents;
import io.stormdrain.notifier.store.Shadows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Forgets incidents that have been over for longer than settings say. */
@ApplicationScoped
class IncidentRetention {

  private static final Logger LOG = LoggerFactory.getLogger(IncidentRetention.class);
  private static final long EVERY_MINUTES = 10;
  private static final int MOST_AT_A_TIME = 200;

  private final PastIncidents past;
  private final Announcements announcements;
  private final Shadows shadows;
  private final NotifierConfig config;
  private final InstantSource clock;
  private final CountDownLatch stopping = new CountDownLatch(1);

  IncidentRetention(
      PastIncidents past,
      Announcements announcements,
      Shadows shadows,
      NotifierConfig config,
      InstantSource clock) {
    this.past = past;
    this.announcements = announcements;
    this.shadows = shadows;
    this.config = config;
    this.clock = clock;
  }

  void start(@Observes StartupEvent event) {
    Thread.ofVirtual().name("past-incidents").start(this::run);
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
          LOG.warn("old incidents cannot be forgotten now: {}", e.toString());
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Returns how many incidents were forgotten. */
  int forget(Instant now) {
    Instant before = now.minus(config.incidentsKept());
    int all = 0;
    int some;
    do {
      some = QuarkusTransaction.requiringNew().call(() -> past.forget(before, MOST_AT_A_TIME));
      all += some;
    } while (some == MOST_AT_A_TIME);
    QuarkusTransaction.requiringNew().run(() -> past.forgetParked(before));
    QuarkusTransaction.requiringNew().run(() -> announcements.forget(before));
    QuarkusTransaction.requiringNew().run(() -> shadows.forget(before));
    return all;
  }
}
