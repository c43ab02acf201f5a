package io.stormdrain.notifier.api;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a silence would be about. */
public record SilencePreview(
    @Schema(description = "Incidents that are not over and would be held back or not repeated")
        List<IncidentSummary> live,
    @Schema(description = "How many of the latest 500 incidents were like that, over or not")
        int latest) {
  public SilencePreview {
    live = List.copyOf(live);
  }
}
