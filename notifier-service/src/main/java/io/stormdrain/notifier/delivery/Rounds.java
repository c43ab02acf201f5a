package io.stormdrain.notifier.delivery;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One round of the courier: what is due is claimed, as much as each receiver has hands free, and
 * carried on threads of their own.
 */
@Singleton
class Rounds {

  private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);

  private final Claims claims;
  private final Dispatch dispatch;
  private final ReceiverWatch watch;
  private final Hands hands;
  private final Upkeep upkeep;
  private final InstantSource clock;

  Rounds(
      Claims claims,
      Dispatch dispatch,
      ReceiverWatch watch,
      Hands hands,
      Upkeep upkeep,
      InstantSource clock) {
    this.upkeep = upkeep;
    this.claims = claims;
    this.dispatch = dispatch;
    this.watch = watch;
    this.hands = hands;
    this.clock = clock;
  }

  /**
   * Goes one round.
   *
   * @param done called whenever a delivery has come to its end, and a hand is free again
   * @return when the next round is worth while at the latest
   */
  Instant round(Runnable done) {
    Instant now = clock.instant();
    upkeep.look(watch.receivers(), now).forEach(row -> dispatch.count(row, now));
    List<Receiver> open = watch.look(now);
    Instant next = watch.nextOpen(now);
    for (Receiver receiver : open) {
      int free = watch.allowed(receiver, hands);
      if (free > 0) {
        Claims.Taken taken =
            QuarkusTransaction.requiringNew().call(() -> claims.take(receiver, free, now));
        taken.suppressed().forEach(row -> dispatch.count(row, now));
        taken.claims().forEach(claim -> carry(claim, receiver, done));
        next = taken.next().isBefore(next) ? taken.next() : next;
      }
    }
    return next;
  }

  /** Waits for what is under way; says whether all of it has come to its end. */
  boolean awaitQuiet(Duration most) throws InterruptedException {
    return hands.awaitQuiet(most);
  }

  private void carry(Claim claim, Receiver receiver, Runnable done) {
    hands.take(claim, clock.instant());
    Thread.ofVirtual()
        .name("delivery-" + claim.carrier())
        .start(() -> {
          try {
            dispatch.carry(claim, receiver);
          } catch (RuntimeException e) {
            LOG.error(
                "a delivery could not be settled; it is unknown when its lease lapses: delivery={}",
                claim.carrier(),
                e);
          } finally {
            hands.giveBack(claim);
            done.run();
          }
        });
  }
}
