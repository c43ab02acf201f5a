package io.stormdrain.analyzer.vitals;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Counts of one app in one window. Additive: several records of one window add up.
 *
 * @param team to whom the app belongs; null when nobody says so
 * @param from start of the window, included
 * @param until end of the window, not included
 * @param lines log lines
 * @param bytes bytes of their messages
 * @param requests requests by status class, {@code 2xx}, or {@code none} without a status
 * @param service service time of these requests: upper bound in milliseconds and count, the bounds
 *     being powers of two
 * @param memory by process, the last seen
 * @param spoke lines of the app's own by type of process: {@code web}, {@code worker}
 * @param dropped lines that the sender or its platform says were lost
 */
public record Vitals(
    String source,
    String app,
    String platform,
    @Nullable String environment,
    @Nullable String team,
    Instant from,
    Instant until,
    long lines,
    long bytes,
    Map<String, Long> requests,
    List<Bucket> service,
    Map<String, Memory> memory,
    Map<String, Long> spoke,
    long dropped) {

  /** How many requests took no longer than the bound and longer than half of it. */
  public record Bucket(long upperMillis, long count) {}

  /** Bytes; the quota is known on platforms that say it. */
  public record Memory(long used, @Nullable Long quota) {}

  public Vitals {
    service = List.copyOf(service);
  }
}
