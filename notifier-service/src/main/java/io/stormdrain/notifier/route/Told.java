package io.stormdrain.notifier.route;

import java.time.Instant;

/**
 * What a receiver was told of an incident with messages of its own.
 *
 * @param first when the first was told, or is to be
 * @param last when the last was
 * @param reminders how many of them were reminders
 */
public record Told(Instant first, Instant last, int reminders) {}
