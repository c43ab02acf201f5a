package io.stormdrain.analyzer.api;

import io.stormdrain.analyzer.line.LogLine;
import io.stormdrain.analyzer.signature.Explanation;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A signature that recognises a line. */
public record Recognition(
    @Schema(description = "Number of the line, from 1") long line,
    @Schema(description = "The signature's name") String signature,
    @Schema(description = "The signal that it yields") String signal,
    @Schema(description = "Where the signature is written") String file,
    @Schema(description = "The text by which the line was found") String literal,
    @Schema(description = "The pattern that then matched") String pattern,
    @Schema(description = "What was read from the line, by name") Map<String, Object> captures) {

  static Recognition of(LogLine line, Explanation why) {
    return new Recognition(
        line.offset(),
        why.signature().id(),
        why.signature().signal(),
        why.signature().file(),
        why.literal(),
        why.pattern(),
        why.captures());
  }
}
