package io.stormdrain.notifier.incident;

import io.stormdrain.notifier.threshold.Severity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a rule in shadow would have told.
 *
 * @param at when it would have begun
 * @param over when it was over; null when this is its beginning
 */
public record Shadow(
    FindingId id,
    String title,
    Severity severity,
    @Nullable String process,
    Instant at,
    @Nullable Instant over) {}
