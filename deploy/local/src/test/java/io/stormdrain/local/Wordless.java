package io.stormdrain.local;

import io.stormdrain.notifier.threshold.AlertRule;
import java.util.Collections;
import java.util.Set;

/** Classes of trouble that no line of a log tells by itself: they have no signature and no case. */
public final class Wordless {

  /** What Stormdrain tells of itself, of silence, of two builds side by side, of many apps. */
  private static final Set<String> SIGNALS =
      Set.of(
          "receiver.failing",
          "app.heard",
          "process.heard",
          "builder.changed",
          "probe.failed",
          "trouble.critical");

  private Wordless() {}

  /** Whether some line tells of it. */
  public static boolean isOfSomeLine(AlertRule rule) {
    return Collections.disjoint(rule.on(), SIGNALS);
  }
}
