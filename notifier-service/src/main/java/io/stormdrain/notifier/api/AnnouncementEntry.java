package io.stormdrain.notifier.api;

import io.stormdrain.notifier.announcement.AnnouncementView;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One release for one receiver, and what became of it. */
public record AnnouncementEntry(
    @Schema(description = "Number of the announcement") long id,
    @Schema(description = "Name of the app") String app,
    @Schema(description = "The release: v43") String release,
    @Schema(description = "Who is told") String receiver,
    @Schema(description = "waiting, sent or dead") String state,
    @Schema(description = "When the release was made") Instant madeAt,
    @Schema(description = "When it is tried next; absent when it is not") @Nullable Instant dueAt,
    @Schema(description = "When it came to an end; absent while it has not")
        @Nullable Instant settledAt,
    @Schema(description = "How often it was tried") int attempts,
    @Schema(description = "Why the last attempt failed, in one word") @Nullable String fault,
    @Schema(description = "The same in the receiver's words") @Nullable String detail) {

  static AnnouncementEntry of(AnnouncementView view) {
    return new AnnouncementEntry(
        view.id(),
        view.app(),
        view.release(),
        view.receiver(),
        Words.of(view.state()),
        view.madeAt(),
        view.dueAt(),
        view.settledAt(),
        view.attempts(),
        Words.ofNullable(view.fault()),
        view.detail());
  }
}
