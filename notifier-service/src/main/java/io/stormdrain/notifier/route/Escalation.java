package io.stormdrain.notifier.route;

import java.time.Duration;
import java.util.List;

/**
 * Who else is told of an incident that nobody looks after.
 *
 * @param after so long after somebody was first told of it
 */
public record Escalation(Duration after, List<String> receivers) {
  public Escalation {
    receivers = List.copyOf(receivers);
    if (!after.isPositive() || receivers.isEmpty()) {
      throw new IllegalArgumentException("escalates after a time, to somebody");
    }
  }
}
