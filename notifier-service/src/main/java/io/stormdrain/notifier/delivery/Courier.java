package io.stormdrain.notifier.delivery;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.stormdrain.notifier.NotifierConfig;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries what is in the outbox to its receivers: looks when it is woken, when the next delivery is
 * due, and now and then for what nobody announced.
 */
@Singleton
public class Courier {

  private static final Logger LOG = LoggerFactory.getLogger(Courier.class);
  private static final Duration LAST_ROUND = Duration.ofSeconds(10);

  /**
   * A round costs more than what it carries: while much ends and begins, it is gathered for the
   * next. What is due and was not taken is just being taken by another instance. Nobody waits for
   * this after a rest.
   */
  private static final Duration BETWEEN_ROUNDS = Duration.ofMillis(20);

  private final Rounds rounds;
  private final Duration idle;
  private final InstantSource clock;
  private final Bell bell;
  private volatile boolean stopping;
  private volatile Instant lastRound = Instant.MIN;

  Courier(Rounds rounds, Bell bell, NotifierConfig config, InstantSource clock) {
    this.bell = bell;
    this.rounds = rounds;
    this.idle = config.delivery().idle();
    this.clock = clock;
  }

  /** There may be something new in the outbox. */
  public void wake() {
    bell.ring();
  }

  /** Whether it has looked at the outbox since then. */
  public boolean looksSince(Instant time) {
    return !lastRound.isBefore(time);
  }

  void start(@Observes StartupEvent event) {
    Thread.ofVirtual().name("courier").start(this::run);
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    stopping = true;
    bell.ring();
    if (!rounds.awaitQuiet(LAST_ROUND)) {
      LOG.warn("stopped in the middle of deliveries; they are unknown until their leases lapse");
    }
  }

  private void run() {
    boolean failing = false;
    while (!stopping) {
      Duration pause = idle;
      long begun = System.nanoTime();
      try {
        Instant next = rounds.round(bell::ring);
        Instant now = clock.instant();
        pause = next.isBefore(now.plus(idle)) ? Duration.between(now, next) : idle;
        failing = false;
        lastRound = now;
      } catch (RuntimeException e) {
        if (!failing) {
          LOG.warn("the outbox cannot be read, trying on: {}", e.toString());
          LOG.debug("the fault was", e);
        }
        failing = true;
      }
      await(pause, begun + BETWEEN_ROUNDS.toNanos());
    }
  }

  private void await(Duration pause, long notBefore) {
    try {
      TimeUnit.NANOSECONDS.sleep(notBefore - System.nanoTime());
      bell.await(pause.toMillis() + 1);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      stopping = true;
    }
  }
}
