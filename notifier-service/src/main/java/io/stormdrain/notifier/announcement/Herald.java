package io.stormdrain.notifier.announcement;

import static jakarta.persistence.LockModeType.PESSIMISTIC_WRITE;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.stormdrain.notifier.NotifierConfig;
import io.stormdrain.notifier.delivery.Backoff;
import io.stormdrain.notifier.delivery.Fault;
import io.stormdrain.notifier.delivery.Outcome;
import io.stormdrain.notifier.delivery.Receivers;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells what was noted. No transaction is open while a receiver is spoken to; whoever is killed
 * meanwhile leaves what nobody knows to the next, which says that it may be a repeat.
 */
@Singleton
class Herald {

  private static final Logger LOG = LoggerFactory.getLogger(Herald.class);
  private static final String LOCK_TIMEOUT = "jakarta.persistence.lock.timeout";
  private static final int SKIP_LOCKED = -2;
  private static final int MOST = 20;

  private final Receivers receivers;
  private final Backoff backoff;
  private final NotifierConfig.Delivery settings;
  private final InstantSource clock;
  private final CountDownLatch stopping = new CountDownLatch(1);

  Herald(Receivers receivers, Backoff backoff, NotifierConfig config, InstantSource clock) {
    this.receivers = receivers;
    this.backoff = backoff;
    this.settings = config.delivery();
    this.clock = clock;
  }

  private record Errand(long id, String receiver, Announcement announcement) {}

  void start(@Observes StartupEvent event) {
    Thread.ofVirtual().name("herald").start(this::run);
  }

  void stop(@Observes ShutdownEvent event) {
    stopping.countDown();
  }

  private void run() {
    try {
      while (!stopping.await(settings.idle().toMillis(), TimeUnit.MILLISECONDS)) {
        try {
          round();
        } catch (RuntimeException e) {
          LOG.warn("announcements cannot be looked after now: {}", e.toString());
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Tells what is due. */
  void round() {
    for (Errand errand : QuarkusTransaction.requiringNew().call(this::due)) {
      Outcome outcome = tell(errand);
      QuarkusTransaction.requiringNew().run(() -> settle(errand.id(), outcome));
    }
  }

  private List<Errand> due() {
    Instant now = clock.instant();
    return StoredAnnouncement.<StoredAnnouncement>find(
            "state = WAITING and dueAt <= ?1 order by madeAt, id", now)
        .withLock(PESSIMISTIC_WRITE)
        .withHint(LOCK_TIMEOUT, SKIP_LOCKED)
        .page(0, MOST)
        .stream()
        .map(row -> new Errand(row.id, row.receiver, row.claimed(now.plus(settings.lease()))))
        .toList();
  }

  private Outcome tell(Errand errand) {
    Optional<ReleaseListener> listener =
        receivers
            .plan()
            .receiver(errand.receiver())
            .filter(ReleaseListener.class::isInstance)
            .map(ReleaseListener.class::cast);
    return listener.isEmpty()
        ? new Outcome.Refused(Fault.RECEIVER_REMOVED, "no such receiver listens to releases")
        : listener.get().announce(errand.announcement());
  }

  private void settle(long id, Outcome outcome) {
    StoredAnnouncement row = StoredAnnouncement.findById(id, PESSIMISTIC_WRITE);
    if (row == null || row.state != AnnouncementState.WAITING) {
      return;
    }
    Instant now = clock.instant();
    switch (outcome) {
      case Outcome.Delivered told -> row.told(now);
      case Outcome.Partly told -> row.told(now);
      case Outcome.Refused refused -> row.dies(refused.fault(), refused.detail(), now);
      case Outcome.Retry retry -> again(row, retry, retry.after(), now);
      case Outcome.Unknown unknown -> again(row, unknown, null, now);
    }
    LOG.info(
        "release announced: receiver={} app={} release={} state={} attempts={} fault={} detail={}",
        row.receiver,
        row.app,
        row.release,
        row.state,
        row.attempts,
        row.fault,
        row.detail);
  }

  private void again(
      StoredAnnouncement row, Outcome.Missed missed, @Nullable Duration asked, Instant now) {
    if (!row.createdAt.plus(settings.giveUpAfter()).isAfter(now)) {
      row.dies(Fault.EXPIRED, missed.detail(), now);
      return;
    }
    Duration pause = backoff.after(row.attempts);
    boolean longer = asked != null && asked.compareTo(pause) > 0;
    row.waits(
        missed.fault(),
        missed.detail(),
        missed instanceof Outcome.Unknown,
        now.plus(longer ? asked : pause));
  }
}
