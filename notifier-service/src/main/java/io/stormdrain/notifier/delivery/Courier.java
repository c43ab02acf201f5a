package io.stormdrain.notifier.delivery;

import jakarta.inject.Singleton;

/** Carries what is in the outbox to its receivers. */
@Singleton
public class Courier {

  /** There is something new in the outbox. */
  public void wake() {}
}
