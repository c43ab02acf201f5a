package io.stormdrain.notifier.digest;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks now and then whether a digest is due. */
@Singleton
class DigestRound {

  private static final Logger LOG = LoggerFactory.getLogger(DigestRound.class);
  private static final long EVERY_SECONDS = 5;

  private final DigestDesk desk;
  private final CountDownLatch stopping = new CountDownLatch(1);

  DigestRound(DigestDesk desk) {
    this.desk = desk;
  }

  void start(@Observes StartupEvent event) {
    Thread.ofVirtual().name("digest").start(this::run);
  }

  void stop(@Observes ShutdownEvent event) {
    stopping.countDown();
  }

  private void run() {
    try {
      while (!stopping.await(EVERY_SECONDS, TimeUnit.SECONDS)) {
        look();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void look() {
    try {
      desk.look();
    } catch (RuntimeException e) {
      if (stopping.getCount() > 0) {
        LOG.warn("digests cannot be told now: {}", e.toString());
      }
    }
  }
}
