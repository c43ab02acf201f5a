package io.stormdrain.notifier;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** What is the same for the whole service. */
final class NotifierBeans {

  @Produces
  @Singleton
  InstantSource clock() {
    return InstantSource.system();
  }
}
