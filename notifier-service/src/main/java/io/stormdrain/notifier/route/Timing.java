package io.stormdrain.notifier.route;

import java.time.Duration;
import java.util.List;

/**
 * When receivers of a route are told.
 *
 * @param groupWait a first message waits so long for causes and effects
 * @param updateInterval a change of a message waits so long for further ones
 * @param groupBy incidents alike in these that begin while the first waits are told with it; each
 *     is told by itself when empty
 */
public record Timing(Duration groupWait, Duration updateInterval, List<Attribute> groupBy) {
  public Timing {
    groupBy = List.copyOf(groupBy);
    if (groupWait.isNegative() || updateInterval.isNegative()) {
      throw new IllegalArgumentException(
          "waits must not be negative, got %s and %s".formatted(groupWait, updateInterval));
    }
  }

  /** With each incident told by itself. */
  public Timing(Duration groupWait, Duration updateInterval) {
    this(groupWait, updateInterval, List.of());
  }

  /** What those that are told together have in common; empty when each is told by itself. */
  String bundle(Subject subject, String team) {
    StringBuilder bundle = new StringBuilder();
    for (Attribute attribute : groupBy) {
      bundle
          .append(bundle.isEmpty() ? "" : ", ")
          .append(attribute.word())
          .append(' ')
          .append(String.join("+", attribute.of(subject, team).stream().sorted().toList()));
    }
    return bundle.toString();
  }
}
