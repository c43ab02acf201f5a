package io.stormdrain.notifier.api;

import io.stormdrain.notifier.line.LogLine;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A log line. */
public record LineEntry(
    @Schema(description = "The line's own time") Instant time,
    @Schema(description = "web.1; absent where the sender names none") @Nullable String process,
    @Schema(description = "v43; absent where it is not known") @Nullable String release,
    @Schema(description = "app: the process wrote it; platform: the platform says so of it")
        String origin,
    @Schema(description = "The message; hostile, escape it") String text,
    @Schema(description = "Partition of topic log-lines") int partition,
    @Schema(description = "Offset in it") long offset) {

  static LineEntry of(LogLine line) {
    return new LineEntry(
        line.time(),
        line.process(),
        line.release(),
        line.ofPlatform() ? "platform" : "app",
        line.text(),
        line.partition(),
        line.offset());
  }
}
