package io.stormdrain.analyzer.stream;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * From where a partition must be read again to rebuild what was remembered at a position. Stands in
 * the metadata of the committed position, so both change together.
 *
 * @param frames from here for the drain frames that were seen
 * @param traces from here for the stack traces that were open
 * @param vitals from here for the counts that were not told
 */
record Floors(long frames, long traces, long vitals) {

  /** Lines in front of the first open trace in which traces that overlap it have begun. */
  private static final int LEAD = 500;

  private static final Pattern WRITTEN = Pattern.compile("v1:(\\d{1,18}):(\\d{1,18}):(\\d{1,18})");

  /** Nothing to remember in front of this position. */
  static Floors at(long position) {
    return new Floors(position, position, position);
  }

  /** Reads what {@link #toString} wrote; anything else means that there is nothing to rebuild. */
  static Floors read(String metadata, long position) {
    Matcher matcher = WRITTEN.matcher(metadata == null ? "" : metadata);
    return matcher.matches()
        ? new Floors(
            Long.parseLong(matcher.group(1)),
            Long.parseLong(matcher.group(2)),
            Long.parseLong(matcher.group(3)))
        : at(position);
  }

  /**
   * From where to read: the lowest of the three. A trace that was told may have begun before one
   * that is open and have ended after it; read from its middle it would look like another one.
   */
  long lowest() {
    return Math.max(0, Math.min(frames, Math.min(traces - LEAD, vitals)));
  }

  @Override
  public String toString() {
    return "v1:" + frames + ":" + traces + ":" + vitals;
  }
}
