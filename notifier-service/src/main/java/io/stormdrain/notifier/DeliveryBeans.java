package io.stormdrain.notifier;

import io.stormdrain.notifier.delivery.Backoff;
import io.stormdrain.notifier.message.Composer;
import io.stormdrain.notifier.message.Links;
import io.stormdrain.notifier.outgoing.Outgoing;
import io.stormdrain.notifier.threshold.Rulebook;
import io.vertx.core.Vertx;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Random;

/** What deliveries are made with. */
final class DeliveryBeans {

  @Produces
  @Singleton
  Composer composer(Rulebook rules, NotifierConfig config) {
    return new Composer(
        rules, new Links(config.publicUrl().orElse(null), config.docsUrl().orElse(null)));
  }

  @Produces
  @Singleton
  Outgoing outgoing(Vertx vertx, NotifierConfig config) {
    return Outgoing.of(vertx, config.outgoing());
  }

  @Produces
  @Singleton
  Backoff backoff(NotifierConfig config) {
    requireLeaseToOutlast(config);
    return new Backoff(config.delivery().firstPause(), config.delivery().lastPause(), new Random());
  }

  /** Else one instance would repeat what another is just about to finish. Some make two calls. */
  static void requireLeaseToOutlast(NotifierConfig config) {
    Duration lease = config.delivery().lease();
    if (lease.compareTo(config.slack().timeout().multipliedBy(2)) <= 0
        || lease.compareTo(config.outgoing().timeout().multipliedBy(2)) <= 0
        || lease.compareTo(config.mail().timeout()) <= 0) {
      throw new IllegalArgumentException(
          "stormdrain.notifier.delivery.lease is %s: it must be longer than slack.timeout and outgoing.timeout twice and mail.timeout"
              .formatted(lease));
    }
  }
}
