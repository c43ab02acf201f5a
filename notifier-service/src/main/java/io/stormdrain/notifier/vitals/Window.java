package io.stormdrain.notifier.vitals;

import java.time.Instant;

/** What was counted from a time on. */
public record Window(Instant from, Counts counts) {}
