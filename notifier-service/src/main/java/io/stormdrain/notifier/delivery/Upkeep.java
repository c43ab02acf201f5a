package io.stormdrain.notifier.delivery;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What has to be looked at now and then, whether or not anything is due. */
@Singleton
class Upkeep {

  private static final Logger LOG = LoggerFactory.getLogger(Upkeep.class);

  private static final Duration BETWEEN = Duration.ofSeconds(10);

  private final Leases leases;
  private final Claims claims;
  private final Vigil vigil;
  private final Relief relief;
  private final OwnTrouble trouble;
  private Instant last = Instant.MIN;

  Upkeep(Leases leases, Claims claims, Vigil vigil, Relief relief, OwnTrouble trouble) {
    this.leases = leases;
    this.claims = claims;
    this.vigil = vigil;
    this.relief = relief;
    this.trouble = trouble;
  }

  /** Does what is due; returns what was given up. */
  List<StoredDelivery> look(Receivers receivers, Instant now) {
    leases.look(receivers, now);
    if (last.plus(BETWEEN).isAfter(now)) {
      return List.of();
    }
    last = now;
    apart("reminders", () -> vigil.watch(now));
    apart("fallbacks", () -> relief.look(now));
    apart("own incidents", () -> trouble.look(receivers.names(), now));
    return QuarkusTransaction.requiringNew().call(() -> claims.abandon(receivers, now));
  }

  /** What goes wrong with one of them stops neither the others nor what is to be told. */
  private static void apart(String what, Runnable work) {
    try {
      QuarkusTransaction.requiringNew().run(work);
    } catch (RuntimeException e) {
      LOG.error("not looked after, trying again soon: what={}", what, e);
    }
  }
}
