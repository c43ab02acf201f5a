package io.stormdrain.notifier.delivery;

import io.stormdrain.notifier.incident.Reason;
import java.time.Instant;

/**
 * Something a receiver has not been told yet.
 *
 * @param createdAt when the transition was recorded
 * @param attempts with this one
 * @param unknown earlier attempts that may have arrived
 */
record Owed(long id, int seq, Reason reason, Instant createdAt, int attempts, int unknown) {}
