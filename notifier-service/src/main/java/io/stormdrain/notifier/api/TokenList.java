package io.stormdrain.notifier.api;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Tokens of the API. */
public record TokenList(
    @Schema(description = "All that there ever were, the latest first") List<TokenEntry> tokens) {}
