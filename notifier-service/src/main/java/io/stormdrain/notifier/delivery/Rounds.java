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
  private final InstantSource clock;

  Rounds(Claims claims, Dispatch dispatch, ReceiverWatch watch, Hands hands, InstantSource clock) {
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
    putRight(now);
    List<Receiver> open = watch.look(now);
    for (Receiver receiver : open) {
      int free = hands.free(receiver.name());
      if (free > 0) {
        QuarkusTransaction.requiringNew()
            .call(() -> claims.take(receiver, free, now))
            .forEach(claim -> carry(claim, receiver, done));
      }
    }
    return watch.next(
        open.stream().map(Receiver::name).filter(name -> hands.free(name) > 0).toList(), now);
  }

  /** Waits for what is under way; says whether all of it has come to its end. */
  boolean awaitQuiet(Duration most) throws InterruptedException {
    return hands.awaitQuiet(most);
  }

  private void putRight(Instant now) {
    List<StoredDelivery> lapsed =
        QuarkusTransaction.requiringNew().call(() -> claims.lapse(watch.receivers(), now));
    lapsed.forEach(row ->
        LOG.warn(
            "lease lapsed, nobody knows whether it arrived: receiver={} delivery={}",
            row.receiver,
            row.id));
    List<StoredDelivery> abandoned =
        QuarkusTransaction.requiringNew().call(() -> claims.abandon(watch.receivers(), now));
    abandoned.forEach(row -> dispatch.count(row, now));
  }

  private void carry(Claim claim, Receiver receiver, Runnable done) {
    hands.take(receiver.name());
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
            hands.giveBack(receiver.name());
            done.run();
          }
        });
  }
}
