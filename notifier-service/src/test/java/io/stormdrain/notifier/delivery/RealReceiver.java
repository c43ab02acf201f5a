package io.stormdrain.notifier.delivery;

import io.stormdrain.notifier.Settings;
import io.stormdrain.notifier.TestClock;
import io.stormdrain.notifier.outgoing.WayOut;
import io.stormdrain.notifier.receiver.Means;
import io.stormdrain.notifier.receiver.ReceiverEntry;
import java.util.Map;

/** A receiver as the routing file makes it, which may speak to this machine. */
final class RealReceiver {

  private RealReceiver() {}

  static Receiver of(ReceiverEntry entry, Map<String, String> settings, TestClock clock) {
    Means means = new Means(Settings.of(settings), WayOut.vertx(), WayOut.outgoing(), clock);
    return ((Setup.Ready) entry.setup("real", means)).receiver();
  }
}
