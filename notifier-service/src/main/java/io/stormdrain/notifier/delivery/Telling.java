package io.stormdrain.notifier.delivery;

import io.stormdrain.notifier.incident.Reason;
import io.stormdrain.notifier.message.Message;

/**
 * One attempt to tell a receiver something.
 *
 * @param delivery identity of what is told, the same for all attempts
 * @param form whether it deserves a message of its own
 * @param conversation what went before
 * @param plain whether the receiver has refused the full form
 */
public record Telling(
    long delivery, Message message, Reason.Notice form, Conversation conversation, boolean plain) {}
