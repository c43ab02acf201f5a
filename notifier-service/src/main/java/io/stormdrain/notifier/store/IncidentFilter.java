package io.stormdrain.notifier.store;

import io.stormdrain.notifier.incident.IncidentState;
import io.stormdrain.notifier.threshold.Severity;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which incidents are asked for.
 *
 * @param states any of these; all when empty
 * @param severities any of these; all when empty
 * @param app as its owner calls it; null for all
 * @param before only those with a lower number
 * @param among only of these apps; null for all
 */
public record IncidentFilter(
    Set<IncidentState> states,
    Set<Severity> severities,
    @Nullable String app,
    long before,
    @Nullable Set<String> among) {
  public IncidentFilter {
    states = Set.copyOf(states);
    severities = Set.copyOf(severities);
    among = among == null ? null : Set.copyOf(among);
  }
}
