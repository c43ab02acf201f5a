package io.stormdrain.notifier.delivery;

import io.stormdrain.notifier.message.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** What the log says of deliveries: a receiver's fault once, a delivery that dies always. */
final class DeliveryJournal {

  private static final Logger LOG = LoggerFactory.getLogger(DeliveryJournal.class);
  private static final String WHICH = "receiver={} incident={} delivery={} attempts={}";

  void write(Claim claim, Verdict verdict, Settlements.Settled settled) {
    if (settled.rows().isEmpty()) {
      write(Level.WARN, "lease lapsed before it was settled, others see to it: " + WHICH, claim);
      return;
    }
    switch (verdict) {
      case Verdict.Told told -> {
        if (settled.news()) {
          LOG.info("receiver takes messages again: receiver={}", claim.receiver());
        }
        if (told.missing() == null) {
          write(Level.INFO, "delivered: " + WHICH, claim);
        } else {
          write(
              Level.WARN,
              "delivered, but not to all: " + WHICH + " missing={}",
              claim,
              told.missing().text());
        }
      }
      case Verdict.Again again ->
          write(
              settled.news() ? Level.WARN : Level.DEBUG,
              "not delivered yet: " + WHICH + " fault={} detail={} next={}",
              claim,
              again.fault(),
              again.detail(),
              again.dueAt());
      case Verdict.Dead dead ->
          write(
              Level.ERROR,
              "not delivered, giving up: " + WHICH + " fault={} detail={}",
              claim,
              dead.fault(),
              dead.detail());
    }
  }

  private static void write(Level level, String text, Claim claim, Object... more) {
    Object[] values = new Object[4 + more.length];
    values[0] = claim.receiver();
    values[1] = Message.label(claim.view().number());
    values[2] = claim.carrier();
    values[3] = claim.attempts();
    System.arraycopy(more, 0, values, 4, more.length);
    LOG.atLevel(level).log(text, values);
  }
}
