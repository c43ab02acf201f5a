package io.stormdrain.notifier.api;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Some of the incidents that were asked for. */
public record IncidentPage(
    @Schema(description = "The latest first") List<IncidentSummary> incidents,
    @Schema(description = "Cursor of those that follow; absent when these were the last")
        @Nullable String next) {
  public IncidentPage {
    incidents = List.copyOf(incidents);
  }
}
