package io.stormdrain.notifier;

import io.stormdrain.notifier.threshold.AlertRules;
import io.stormdrain.notifier.threshold.ShippedRules;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** What is the same for the whole service. */
final class NotifierBeans {

  @Produces
  @Singleton
  AlertRules rules() {
    return ShippedRules.rules();
  }

  @Produces
  @Singleton
  InstantSource clock() {
    return InstantSource.system();
  }
}
