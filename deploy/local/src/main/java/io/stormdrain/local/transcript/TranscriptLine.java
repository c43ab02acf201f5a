package io.stormdrain.local.transcript;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of a transcript.
 *
 * @param number from 1
 * @param time the platform's, when the line has one
 * @param origin who speaks
 * @param process {@code web.1}, {@code router}, {@code api}; null when the line does not say
 * @param message the rest, as it was printed
 */
public record TranscriptLine(
    int number, @Nullable Instant time, Origin origin, @Nullable String process, String message) {

  /** Refuses a number that no line has. */
  public TranscriptLine {
    if (number < 1) {
      throw new IllegalArgumentException("number must be at least 1, is " + number);
    }
  }

  /** The same line at another time. */
  TranscriptLine at(@Nullable Instant other) {
    return new TranscriptLine(number, other, origin, process, message);
  }

  /** The same line with other words. */
  TranscriptLine saying(String words) {
    return new TranscriptLine(number, time, origin, process, words);
  }
}
