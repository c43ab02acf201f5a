package io.stormdrain.analyzer.api;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of a trial. */
public record TrialResult(
    @Schema(description = "How many lines were looked at") int lines,
    @Schema(description = "All that was recognised, by line") List<Recognition> recognised) {

  public TrialResult {
    recognised = List.copyOf(recognised);
  }
}
