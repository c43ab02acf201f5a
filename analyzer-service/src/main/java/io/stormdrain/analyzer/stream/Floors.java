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

  /** The lowest of the three. */
  long lowest() {
    return Math.min(frames, Math.min(traces, vitals));
  }

  @Override
  public String toString() {
    return "v1:" + frames + ":" + traces + ":" + vitals;
  }
}
