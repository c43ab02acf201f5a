package io.stormdrain.local.replay;

import io.stormdrain.local.transcript.TranscriptLine;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * What has to be known of a recording before it can be played.
 *
 * @param lines how many
 * @param first earliest time in it; null when no line has one
 * @param last latest time in it
 */
public record Span(int lines, @Nullable Instant first, @Nullable Instant last) {

  /** Reads a recording to its end. */
  public static Span of(Iterator<TranscriptLine> recording) {
    int lines = 0;
    Instant first = null;
    Instant last = null;
    while (recording.hasNext()) {
      Instant time = recording.next().time();
      lines++;
      if (time != null) {
        first = first == null || time.isBefore(first) ? time : first;
        last = last == null || time.isAfter(last) ? time : last;
      }
    }
    return new Span(lines, first, last);
  }

  /** From its earliest time to its latest. */
  public Duration length() {
    return first == null || last == null ? Duration.ZERO : Duration.between(first, last);
  }
}
