package io.stormdrain.notifier.console;

import org.jspecify.annotations.Nullable;

/**
 * The page on which people log in.
 *
 * @param to where they wanted to go
 * @param name which they have said; empty when they have not
 * @param fault why they were not let in; null when they have not tried
 */
public record Entry(String to, String name, @Nullable String fault) {}
