package io.stormdrain.notifier.silence;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What decides whether a silence about an incident still holds.
 *
 * @param count how often it was seen
 * @param lastRelease of its app; null when none is known
 */
public record Facts(UUID incident, long count, @Nullable Instant lastRelease) {}
