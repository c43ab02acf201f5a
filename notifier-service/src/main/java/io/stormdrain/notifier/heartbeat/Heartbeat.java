package io.stormdrain.notifier.heartbeat;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.stormdrain.notifier.NotifierConfig;
import io.stormdrain.notifier.Secret;
import io.stormdrain.notifier.delivery.Courier;
import io.stormdrain.notifier.delivery.Outcome;
import io.stormdrain.notifier.outgoing.Guard;
import io.stormdrain.notifier.outgoing.Outgoing;
import io.stormdrain.notifier.receiver.Poster;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says now and then that alerts are told: as long as the outbox is looked after. Whoever takes
 * these signs raises the alarm when they stay away, for then we cannot.
 */
@Singleton
public class Heartbeat {

  private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);

  private final @Nullable Secret address;
  private final Duration every;
  private final Outgoing outgoing;
  private final Duration patience;
  private final Courier courier;
  private final InstantSource clock;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private boolean failing;

  Heartbeat(NotifierConfig config, Outgoing outgoing, Courier courier, InstantSource clock) {
    this.address = config.heartbeat().url().orElse(null);
    this.every = config.heartbeat().every();
    this.patience = config.outgoing().timeout();
    this.outgoing = outgoing;
    this.courier = courier;
    this.clock = clock;
  }

  void start(@Observes StartupEvent event) {
    if (address != null) {
      Poster poster = new Poster(address, outgoing.post(Guard.Trust.OPERATOR, patience), clock);
      Thread.ofVirtual().name("heartbeat").start(() -> run(poster));
    }
  }

  void stop(@Observes ShutdownEvent event) {
    stopping.countDown();
  }

  private void run(Poster poster) {
    try {
      while (!stopping.await(every.toMillis(), TimeUnit.MILLISECONDS)) {
        beat(poster);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Gives a sign, if there is life. */
  void beat(Poster poster) {
    if (!courier.looksSince(clock.instant().minus(every))) {
      return;
    }
    Outcome outcome = poster.post(Map.of(), "{}");
    boolean heard = outcome instanceof Outcome.Delivered;
    if (heard == failing) {
      LOG.warn(heard ? "the heartbeat is heard again" : "the heartbeat is not heard: {}", outcome);
    }
    failing = !heard;
  }
}
