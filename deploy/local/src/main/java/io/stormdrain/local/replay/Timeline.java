package io.stormdrain.local.replay;

import io.stormdrain.local.transcript.TranscriptLine;
import java.time.Duration;
import java.time.Instant;

/**
 * When each line of a recording is due, and the time it shall carry. Lines are asked for in their
 * order: one without a time shares that of the line before it.
 */
public final class Timeline {

  private final Instant start;
  private final Instant first;
  private final Speed speed;
  private final Duration shift;
  private Instant recorded;

  /**
   * Plays a recording from now on.
   *
   * @param keepTimes whether lines carry the time they were recorded at; otherwise all times are
   *     shifted so that the last line carries the time at which it is sent
   */
  public Timeline(Span span, Instant start, Speed speed, boolean keepTimes) {
    this.start = start;
    this.speed = speed;
    this.first = span.first() == null ? start : span.first();
    this.recorded = first;
    Instant end = start.plus(speed.of(span.length()));
    Instant last = span.last() == null ? end : span.last();
    boolean shifted = !keepTimes && span.last() != null;
    this.shift = shifted ? Duration.between(last, end) : Duration.ZERO;
  }

  /** The next line with its moment. */
  public Cue next(TranscriptLine line) {
    if (line.time() != null) {
      recorded = line.time();
    }
    return new Cue(start.plus(speed.of(Duration.between(first, recorded))), recorded.plus(shift));
  }

  /**
   * The moment of a line.
   *
   * @param due when to send it
   * @param time what it says
   */
  public record Cue(Instant due, Instant time) {}
}
