package io.stormdrain.analyzer.api;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Signatures in use. */
public record SignatureList(
    @Schema(description = "Which sets are in use, and why not those of the folder if they are not")
        String state,
    @Schema(description = "In the order in which lines are held against them")
        List<SignatureSummary> signatures) {

  public SignatureList {
    signatures = List.copyOf(signatures);
  }
}
