package io.stormdrain.notifier.receiver;

import io.stormdrain.notifier.delivery.Setup;

/** A receiver as the routing file writes it: one kind of them, with what it needs. */
public interface ReceiverEntry {

  /** What becomes of it under this name. */
  Setup setup(String name, Means means);
}
