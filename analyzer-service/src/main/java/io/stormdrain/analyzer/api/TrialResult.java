package io.stormdrain.analyzer.api;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of a trial. */
public record TrialResult(
    @Schema(description = "How many lines were looked at") int lines,
    @Schema(description = "All that was recognised, by line") List<Recognition> recognised,
    @Schema(
            description =
                "The signals that the text as a whole makes, as the topic signals has them; a line"
                    + " without a time comes half a second after the one before")
        List<Object> signals) {

  public TrialResult {
    recognised = List.copyOf(recognised);
    signals = List.copyOf(signals);
  }
}
