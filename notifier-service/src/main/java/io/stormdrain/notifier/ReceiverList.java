package io.stormdrain.notifier;

import io.stormdrain.notifier.delivery.Backoff;
import io.stormdrain.notifier.delivery.Receiver;
import io.stormdrain.notifier.delivery.Receivers;
import io.stormdrain.notifier.delivery.Setup;
import io.stormdrain.notifier.email.MailReceiver;
import io.stormdrain.notifier.message.Composer;
import io.stormdrain.notifier.slack.SlackSetup;
import io.stormdrain.notifier.terminal.TerminalReceiver;
import io.stormdrain.notifier.threshold.AlertRules;
import io.vertx.core.Vertx;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one list of receivers, made of the settings. A new kind of receiver is one line here. */
final class ReceiverList {

  private static final Logger LOG = LoggerFactory.getLogger(ReceiverList.class);

  @Produces
  @Singleton
  Receivers receivers(NotifierConfig config, Vertx vertx, InstantSource clock) {
    requireLeaseToOutlast(config);
    List<Setup> setups = new ArrayList<>(SlackSetup.of(config.slack(), clock));
    setups.add(MailReceiver.setup(config.mail(), vertx, clock));
    return new Receivers(receivers(setups, TerminalReceiver.toStandardOutput(clock)));
  }

  @Produces
  @Singleton
  Composer composer(AlertRules rules, NotifierConfig config) {
    return new Composer(rules, config.publicUrl().orElse(null));
  }

  @Produces
  @Singleton
  Backoff backoff(NotifierConfig config) {
    return new Backoff(config.delivery().firstPause(), config.delivery().lastPause(), new Random());
  }

  /** Else one instance would repeat what another is just about to finish. A bot makes two calls. */
  private static void requireLeaseToOutlast(NotifierConfig config) {
    Duration lease = config.delivery().lease();
    if (lease.compareTo(config.slack().timeout().multipliedBy(2)) <= 0
        || lease.compareTo(config.mail().timeout()) <= 0) {
      throw new IllegalArgumentException(
          "stormdrain.notifier.delivery.lease is %s: it must be longer than slack.timeout twice and mail.timeout"
              .formatted(lease));
    }
  }

  /** Whoever is ready; the terminal too when nobody is, or when somebody ought to be. */
  static List<Receiver> receivers(List<Setup> setups, Receiver terminal) {
    List<Receiver> ready = new ArrayList<>();
    boolean incomplete = false;
    for (Setup setup : setups) {
      switch (setup) {
        case Setup.Ready(Receiver receiver) -> ready.add(receiver);
        case Setup.Absent() -> {
          // Nobody asked for it.
        }
        case Setup.Incomplete(String receiver, String why) -> {
          incomplete = true;
          LOG.warn(
              "receiver is not complete, its alerts are printed here: receiver={} reason={}",
              receiver,
              why);
        }
      }
    }
    if (ready.isEmpty() || incomplete) {
      ready.add(terminal);
    }
    LOG.info("alerts go to {}", ready.stream().map(Receiver::name).toList());
    return ready;
  }
}
