package io.stormdrain.notifier.signal;

import java.util.Objects;

/**
 * The log line behind a signal.
 *
 * @param partition of {@code log-lines}
 * @param offset in the partition; the line's number, counted from 1, where it came from a file
 * @param line its text; hostile, escape it on every way out
 */
public record Evidence(int partition, long offset, String line) {
  public Evidence {
    Objects.requireNonNull(line, "line");
  }
}
