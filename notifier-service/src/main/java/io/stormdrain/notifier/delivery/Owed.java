package io.stormdrain.notifier.delivery;

import io.stormdrain.notifier.incident.Reason;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something a receiver has not been told yet.
 *
 * @param form whether it deserves a message of its own
 * @param since when it could have been told
 * @param attempts with this one
 * @param unknown earlier attempts that may have arrived
 * @param prompt why it is told beside the routes; null when they call for it
 * @param remark what its message says of itself; null when nothing
 */
record Owed(
    long id,
    int seq,
    Reason reason,
    Reason.Notice form,
    Instant since,
    int attempts,
    int unknown,
    @Nullable Prompt prompt,
    @Nullable String remark) {}
