package io.stormdrain.bench.report;

import java.util.Locale;

/** What a figure counts, and how it is written. */
public enum Unit {
  /** One thing divided by another of its kind. */
  RATIO("%.2f x", 1),
  /** Lines, frames, ... per second. */
  PER_SECOND("%.2f M/s", 1e-6),
  /** What there are fewer of: requests, signals, ... per second. */
  THOUSANDS_PER_SECOND("%.1f k/s", 1e-3),
  /** What there are hundreds of: messages. */
  MESSAGES_PER_SECOND("%.0f /s", 1),
  /** Seconds of one core for a million lines. */
  CPU_SECONDS_PER_MILLION("%.2f CPU-s/M", 1),
  /** From nanoseconds. */
  MILLISECONDS("%.0f ms", 1e-6),
  /** From bytes; the goal of 1.0 GB is one of 10^9 bytes. */
  MEGABYTES("%.0f MB", 1e-6);

  private final String format;
  private final double scale;

  Unit(String format, double scale) {
    this.format = format;
    this.scale = scale;
  }

  /** One value. */
  public String text(double value) {
    return String.format(Locale.ROOT, format, value * scale);
  }

  /** Median, and in brackets the range when there was more than one round. */
  public String text(Spread spread) {
    String median = text(spread.median());
    return spread.lowest() == spread.highest()
        ? median
        : median + " (" + bare(spread.lowest()) + ".." + bare(spread.highest()) + ")";
  }

  private String bare(double value) {
    String text = text(value);
    return text.substring(0, text.indexOf(' '));
  }
}
