package io.stormdrain.notifier.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A receiver as people look at it.
 *
 * @param state ok, limited, failing or misconfigured
 * @param closedUntil until when nothing goes there; null when something may
 * @param fallback who is told when it cannot be; null when nobody is
 */
public record ReceiverView(
    String name,
    String state,
    long waiting,
    int failures,
    @Nullable Fault fault,
    @Nullable String detail,
    @Nullable Instant since,
    @Nullable Instant closedUntil,
    @Nullable String fallback) {}
