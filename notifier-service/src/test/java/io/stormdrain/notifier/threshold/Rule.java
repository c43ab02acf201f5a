package io.stormdrain.notifier.threshold;

import io.stormdrain.notifier.signal.Signal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A rule with nothing but a condition, and signals for it. */
final class Rule {

  private Rule() {}

  static AlertRule that(Condition opens) {
    return new AlertRule(
        "queue-jammed",
        "queue-jammed",
        Set.of("queue.full"),
        Map.of(),
        Map.of(),
        Stage.CAUSE,
        List.of(),
        Severity.HIGH,
        opens,
        List.of(),
        List.of(),
        Set.of(),
        Set.of(),
        Set.of(),
        false,
        false,
        new Phrase("Queue is jammed"));
  }

  static Signal signal(String type, Instant time) {
    return new Signal(
        "0/" + time + "/" + type,
        type,
        "shop",
        "shop",
        "heroku",
        "production",
        "web.1",
        null,
        time,
        null,
        Map.of(),
        List.of(),
        null);
  }
}
