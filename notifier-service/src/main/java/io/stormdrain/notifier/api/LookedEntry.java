package io.stormdrain.notifier.api;

import io.stormdrain.notifier.line.Looked;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How far a search has looked; the last line of its answer. */
public record LookedEntry(
    @Schema(
            description =
                "all (of what is kept of that time), enough (as many as asked for), long (it was time for an answer), silent (Kafka does not answer) or busy (too many search at once)")
        String end,
    @Schema(description = "Lines that were read, of all apps in the same partition") long looked,
    @Schema(description = "Time of the last of them") @Nullable Instant upTo,
    @Schema(description = "Cursor to go on with; after all, with what comes later")
        @Nullable Long next) {

  static LookedEntry of(Looked looked) {
    return new LookedEntry(Words.of(looked.end()), looked.lines(), looked.upTo(), looked.next());
  }
}
