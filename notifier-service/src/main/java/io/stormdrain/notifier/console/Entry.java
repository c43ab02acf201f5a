package io.stormdrain.notifier.console;

import org.jspecify.annotations.Nullable;

/**
 * The page on which people show the token.
 *
 * @param to where they wanted to go
 * @param fault why they were not let in; null when they have not tried
 */
public record Entry(String to, @Nullable String fault) {}
