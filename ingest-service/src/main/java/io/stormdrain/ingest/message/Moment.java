package io.stormdrain.ingest.message;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;

/**
 * When a message was written, as its sender has it.
 *
 * @param millis since 1970 UTC, or {@link #UNKNOWN}
 * @param text as the sender wrote it, when that cannot be read or leaves something out
 */
public record Moment(long millis, @Nullable String text) {
  /** Outside of every time that a sender can name. */
  public static final long UNKNOWN = Long.MIN_VALUE;

  /** The sender did not say. */
  public static final Moment NONE = new Moment(UNKNOWN, null);

  private static final int LONGEST_TEXT = 64;

  /** Epoch seconds below, milliseconds from here on: the year 5138, or September 1973. */
  private static final double LEAST_MILLIS = 1e11;

  private static final double LEAST_MICROS = 1e14;
  private static final double LEAST_NANOS = 1e17;
  private static final double MOST_NANOS = 9e18;

  public Moment {
    if (text != null && text.length() > LONGEST_TEXT) {
      text = text.substring(0, LONGEST_TEXT);
    }
  }

  /** At this millisecond since 1970 UTC. */
  public static Moment ofMillis(long millis) {
    return new Moment(millis, null);
  }

  /** From nanoseconds since 1970 UTC, where 0 means that nobody knows. */
  public static Moment ofNanos(long nanos) {
    return nanos <= 0 ? NONE : ofMillis(nanos / 1_000_000);
  }

  /** From RFC 3339 text, kept when it cannot be read. */
  public static Moment ofText(@Nullable String text) {
    if (text == null || text.isBlank() || text.equals("-")) {
      return NONE;
    }
    // A space where the T belongs, as databases and people write it.
    String stripped = text.strip();
    boolean spaced = stripped.length() > 10 && stripped.charAt(10) == ' ';
    byte[] bytes =
        (spaced ? stripped.substring(0, 10) + 'T' + stripped.substring(11) : stripped)
            .getBytes(UTF_8);
    long micros = Rfc3339.micros(bytes, 0, bytes.length);
    return micros == Rfc3339.UNREADABLE
        ? new Moment(UNKNOWN, stripped)
        : ofMillis(Math.floorDiv(micros, 1000L));
  }

  /** From a number since 1970 whose size tells its unit: seconds, milli-, micro- or nanoseconds. */
  public static Moment ofEpoch(double number) {
    if (!(number > 0 && number < MOST_NANOS)) {
      return NONE;
    }
    double millis;
    if (number < LEAST_MILLIS) {
      millis = number * 1e3;
    } else if (number < LEAST_MICROS) {
      millis = number;
    } else {
      millis = number < LEAST_NANOS ? number / 1e3 : number / 1e6;
    }
    return ofMillis((long) Math.floor(millis));
  }

  /** Is there a time that can be used? */
  public boolean isKnown() {
    return millis != UNKNOWN;
  }
}
