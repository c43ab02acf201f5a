package io.stormdrain.notifier.store;

import io.stormdrain.notifier.process.Story;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An app that has been heard of.
 *
 * @param source its identity
 * @param app as its owner calls it
 * @param environment production, staging, ...; null when nobody said so
 * @param team to whom it belongs, as its source says; null when it says nothing
 * @param story its releases and processes
 * @param heardAt when something of it was last read, by the clock on the wall
 * @param knownSince when it was first heard of, by that clock
 */
public record AppView(
    String source,
    String app,
    String platform,
    @Nullable String environment,
    @Nullable String team,
    Story story,
    Instant heardAt,
    Instant knownSince) {}
