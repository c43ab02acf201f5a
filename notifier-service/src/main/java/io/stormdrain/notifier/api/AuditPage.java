package io.stormdrain.notifier.api;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A page of the audit log. */
public record AuditPage(
    @Schema(description = "What was done, the latest first") List<AuditItem> entries,
    @Schema(description = "Cursor of the page that follows; absent on the last")
        @Nullable String next) {}
