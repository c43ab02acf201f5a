package io.stormdrain.notifier.console;

import org.jspecify.annotations.Nullable;

/**
 * A request that has no page.
 *
 * @param title the status in words
 * @param expected what would have been right; null where there is nothing to say
 */
public record Trouble(int status, String title, String detail, @Nullable String expected) {}
