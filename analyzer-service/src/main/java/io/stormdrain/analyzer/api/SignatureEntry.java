package io.stormdrain.analyzer.api;

import io.stormdrain.analyzer.signature.LinePattern;
import io.stormdrain.analyzer.signature.Scope;
import io.stormdrain.analyzer.signature.Signature;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A signature: how a line is recognised, and what it then says. */
public record SignatureEntry(
    @Schema(description = "Its name, once in the catalogue", examples = "python-module-missing")
        String id,
    @Schema(description = "The signal that it yields", examples = "module.missing") String signal,
    @Schema(description = "Where it is written, with the number of its first line") String file,
    @Schema(description = "The platform whose lines it looks at; absent for all")
        @Nullable String platform,
    @Schema(description = "app or platform: whose words it looks at; absent for both")
        @Nullable String origin,
    @Schema(description = "The process or type of process it looks at; absent for all")
        @Nullable String process,
    @Schema(description = "The first that matches counts") List<String> patterns,
    @Schema(description = "Of these one must be in the line before a pattern is tried")
        List<String> literals,
    @Schema(description = "What the signal is about; the first whose names are all known counts")
        List<String> subject,
    @Schema(description = "What to do about it, by the name of the remedy") @Nullable String remedy,
    @Schema(description = "Whether it speaks only where no other signature does") boolean generic,
    @Schema(description = "Lines that it matches") List<String> matches,
    @Schema(description = "Lines that it does not match") List<String> rejects) {

  public SignatureEntry {
    patterns = List.copyOf(patterns);
    literals = List.copyOf(literals);
    subject = List.copyOf(subject);
    matches = List.copyOf(matches);
    rejects = List.copyOf(rejects);
  }

  static SignatureEntry of(Signature signature) {
    Scope scope = signature.scope();
    return new SignatureEntry(
        signature.id(),
        signature.signal(),
        signature.file(),
        scope.platform(),
        scope.origin() == null ? null : scope.origin().name().toLowerCase(Locale.ROOT),
        scope.process(),
        signature.patterns().stream().map(LinePattern::source).toList(),
        List.copyOf(signature.literals()),
        signature.subject(),
        signature.remedy(),
        signature.generic(),
        signature.matches().stream().map(Signature.Sample::line).toList(),
        signature.rejects());
  }
}
