package io.stormdrain.notifier.routing;

import java.util.Locale;

/** What became of a routing file that has changed. */
enum RoutingReload {
  /** It is in force. */
  TAKEN,
  /** It cannot be used; what was in force before stays so. */
  REFUSED;

  /** As metrics write it. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
