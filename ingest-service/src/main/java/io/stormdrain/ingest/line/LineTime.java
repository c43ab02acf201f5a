package io.stormdrain.ingest.line;

import java.time.Duration;

/** May a line keep the time its sender gave it? */
enum LineTime {
  OWN,
  UNREADABLE,
  /** So far in the future that the sender's clock is wrong. */
  AHEAD,
  /** So old that the sender's clock is wrong, or that nobody is alerted by it any more. */
  STALE;

  /**
   * One hour is what Kafka 4 accepts by its own clock, {@code log.message.timestamp.after.max.ms};
   * one record beyond it makes Kafka refuse the whole batch. The minute is for clocks that differ.
   */
  static final Duration MOST_AHEAD = Duration.ofMinutes(59);

  /** A sender keeps lines for minutes, seven days are the usual retention of the topic. */
  static final Duration OLDEST = Duration.ofDays(7);

  /**
   * Judges by the time of receipt.
   *
   * @param millis since 1970 UTC, as the line has it
   * @param received milliseconds since 1970 UTC
   */
  static LineTime of(long millis, long received) {
    if (millis > received + MOST_AHEAD.toMillis()) {
      return AHEAD;
    }
    return millis < received - OLDEST.toMillis() ? STALE : OWN;
  }
}
