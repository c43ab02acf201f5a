package io.stormdrain.notifier.announcement;

import io.stormdrain.notifier.delivery.Fault;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One release for one receiver, and what became of it.
 *
 * @param madeAt when the release was made
 * @param dueAt when it is tried next; null when it is not
 * @param settledAt when it came to an end; null while it has not
 * @param fault why the last attempt failed; null when it did not
 */
public record AnnouncementView(
    long id,
    String app,
    String release,
    String receiver,
    AnnouncementState state,
    Instant madeAt,
    @Nullable Instant dueAt,
    @Nullable Instant settledAt,
    int attempts,
    @Nullable Fault fault,
    @Nullable String detail) {

  static AnnouncementView of(StoredAnnouncement row) {
    return new AnnouncementView(
        row.id,
        row.app,
        row.release,
        row.receiver,
        row.state,
        row.madeAt,
        row.state == AnnouncementState.WAITING ? row.dueAt : null,
        row.settledAt,
        row.attempts,
        row.fault,
        row.detail);
  }
}
