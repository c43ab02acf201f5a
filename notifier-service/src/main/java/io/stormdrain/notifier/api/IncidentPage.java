package io.stormdrain.notifier.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some of the incidents that were asked for.
 *
 * @param next cursor of those that follow; null when these were the last
 */
public record IncidentPage(List<IncidentSummary> incidents, @Nullable String next) {
  public IncidentPage {
    incidents = List.copyOf(incidents);
  }
}
