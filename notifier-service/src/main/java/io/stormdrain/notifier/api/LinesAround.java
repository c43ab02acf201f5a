package io.stormdrain.notifier.api;

import io.stormdrain.notifier.line.Excerpt;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A log line and those of the same app around it. */
public record LinesAround(
    @Schema(description = "At most 50 lines before it, the earliest first") List<LineEntry> before,
    @Schema(description = "The line itself") LineEntry line,
    @Schema(description = "At most 20 lines after it") List<LineEntry> after) {

  public LinesAround {
    before = List.copyOf(before);
    after = List.copyOf(after);
  }

  static LinesAround of(Excerpt.Shown shown) {
    return new LinesAround(
        shown.before().stream().map(LineEntry::of).toList(),
        LineEntry.of(shown.line()),
        shown.after().stream().map(LineEntry::of).toList());
  }
}
