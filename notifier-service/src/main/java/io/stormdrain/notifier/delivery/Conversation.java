package io.stormdrain.notifier.delivery;

import io.stormdrain.notifier.threshold.Severity;
import org.jspecify.annotations.Nullable;

/**
 * What all messages of one incident to one receiver have in common.
 *
 * @param title as it was when the first was made
 * @param severity as it was then
 * @param reference what the receiver calls the first message; null before there is one
 */
public record Conversation(String title, Severity severity, @Nullable String reference) {}
