package io.stormdrain.notifier.digest;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.stormdrain.notifier.delivery.Conversation;
import io.stormdrain.notifier.delivery.Fault;
import io.stormdrain.notifier.delivery.Outcome;
import io.stormdrain.notifier.delivery.Receiver;
import io.stormdrain.notifier.delivery.Receivers;
import io.stormdrain.notifier.delivery.Telling;
import io.stormdrain.notifier.incident.Reason;
import io.stormdrain.notifier.message.InWords;
import io.stormdrain.notifier.message.Message;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells digests: each is noted for its receivers once, then told to each, again after a pause where
 * that failed. Several instances and the end of one of them change nothing: what is noted is told
 * by whoever has claimed it.
 */
@Singleton
class DigestDesk {

  private static final Logger LOG = LoggerFactory.getLogger(DigestDesk.class);
  private static final int SKIP_LOCKED = -2;

  /** What comes later than this says so. */
  private static final Duration LATE = Duration.ofMinutes(2);

  private static final Outcome REMOVED =
      new Outcome.Refused(Fault.RECEIVER_REMOVED, "there is no such receiver any more");

  private final DigestList list;
  private final Digests digests;
  private final Receivers receivers;
  private final InstantSource clock;

  DigestDesk(DigestList list, Digests digests, Receivers receivers, InstantSource clock) {
    this.list = list;
    this.digests = digests;
    this.receivers = receivers;
    this.clock = clock;
  }

  /** Notes and tells what is due. */
  void look() {
    QuarkusTransaction.requiringNew().run(() -> list.note(receivers.plan(), clock.instant()));
    for (Optional<Claimed> next = claim(); next.isPresent(); next = claim()) {
      tell(next.get());
    }
  }

  private record Claimed(
      StoredTelling.Key key, @Nullable Receiver receiver, @Nullable Message message) {}

  private Optional<Claimed> claim() {
    Instant now = clock.instant();
    return QuarkusTransaction.requiringNew()
        .call(() ->
            StoredTelling.<StoredTelling>find(
                    "state in (DUE, TELLING) and dueAt <= ?1 order by dueAt, team, receiver", now)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .withHint("jakarta.persistence.lock.timeout", SKIP_LOCKED)
                .page(0, 1)
                .<StoredTelling>firstResultOptional()
                .map(row -> claimed(row, now)));
  }

  private Claimed claimed(StoredTelling row, Instant now) {
    row.claim(now);
    Receiver receiver = receivers.plan().receiver(row.receiver).orElse(null);
    if (receiver == null) {
      row.settle(REMOVED, now);
      return new Claimed(row.key(), null, null);
    }
    Digest digest = digests.ofTeam(row.team, row.from, row.until);
    Duration late = Duration.between(row.until, now);
    boolean mayRepeat = row.unknown > 0 && receiver.repeats() == Receiver.Repeats.MARKED;
    List<String> remarks =
        late.compareTo(LATE) < 0 ? List.of() : List.of("delayed " + InWords.duration(late));
    return new Claimed(row.key(), receiver, DigestMessage.of(digest, row.day, remarks, mayRepeat));
  }

  private void tell(Claimed claimed) {
    if (claimed.receiver() == null || claimed.message() == null) {
      return;
    }
    Message message = claimed.message();
    Outcome outcome =
        claimed
            .receiver()
            .tell(
                new Telling(
                    message.incident().getMostSignificantBits() >>> 1,
                    message,
                    Reason.Notice.MESSAGE,
                    new Conversation(message.title(), message.severity(), null),
                    false));
    LOG.info(
        "digest: team={} day={} receiver={} outcome={}",
        claimed.key().team(),
        claimed.key().day(),
        claimed.key().receiver(),
        outcome.getClass().getSimpleName());
    QuarkusTransaction.requiringNew()
        .run(() -> {
          StoredTelling row = StoredTelling.findById(claimed.key(), LockModeType.PESSIMISTIC_WRITE);
          if (row.state == StoredTelling.State.TELLING) {
            row.settle(outcome, clock.instant());
          }
        });
  }
}
