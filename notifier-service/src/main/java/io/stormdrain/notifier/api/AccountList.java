package io.stormdrain.notifier.api;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who may come in. */
public record AccountList(
    @Schema(description = "All accounts by name") List<AccountEntry> accounts) {}
