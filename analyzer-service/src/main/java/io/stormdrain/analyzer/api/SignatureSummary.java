package io.stormdrain.analyzer.api;

import io.stormdrain.analyzer.signature.Signature;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A signature in a list. */
public record SignatureSummary(
    @Schema(description = "Its name, once in the catalogue", examples = "python-module-missing")
        String id,
    @Schema(description = "The signal that it yields", examples = "module.missing") String signal,
    @Schema(description = "Where it is written, with the number of its first line") String file) {

  static SignatureSummary of(Signature signature) {
    return new SignatureSummary(signature.id(), signature.signal(), signature.file());
  }
}
