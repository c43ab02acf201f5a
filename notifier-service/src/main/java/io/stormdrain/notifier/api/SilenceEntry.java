package io.stormdrain.notifier.api;

import io.stormdrain.notifier.silence.End;
import io.stormdrain.notifier.silence.Silence;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A silence that somebody asked for. */
public record SilenceEntry(
    @Schema(description = "Number of the silence") long id,
    @Schema(description = "What incidents it is about, as routes write it") String match,
    @Schema(description = "When it ends: a time, next-release or count-doubles") String until,
    @Schema(description = "Who asked for it") String by,
    @Schema(description = "Why") String why,
    @Schema(description = "When it was asked for") Instant createdAt,
    @Schema(description = "When somebody ended it; absent when nobody did")
        @Nullable Instant endedAt,
    @Schema(description = "Who ended it") @Nullable String endedBy,
    @Schema(description = "Whether it goes on, as far as the clock knows") boolean active) {

  static SilenceEntry of(Silence silence, Instant now) {
    String until =
        switch (silence.end()) {
          case End.At(Instant time) -> time.toString();
          case End.NextRelease next -> Words.of(SilenceRequest.Mark.NEXT_RELEASE);
          case End.CountDoubles doubles -> Words.of(SilenceRequest.Mark.COUNT_DOUBLES);
        };
    return new SilenceEntry(
        silence.id(),
        silence.matchers().text(),
        until,
        silence.by(),
        silence.why(),
        silence.createdAt(),
        silence.endedAt(),
        silence.endedBy(),
        silence.isActive(now));
  }
}
