package io.stormdrain.notifier.announcement;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A release, as somebody is told of it.
 *
 * @param release its name on the platform: {@code v43}
 * @param at when it was made
 * @param words the line that said so
 * @param mayRepeat whether it may have been told before
 */
public record Announcement(
    String app,
    String platform,
    @Nullable String environment,
    String release,
    Instant at,
    String words,
    boolean mayRepeat) {}
