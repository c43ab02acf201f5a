package io.stormdrain.analyzer.vitals;

import io.stormdrain.analyzer.line.LogLine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What is counted of one app in one window, until it is told. */
final class Window {

  /** Seconds; windows begin at whole multiples. */
  static final long SECONDS = 10;

  private static final String[] STATUS_CLASSES = {"none", "1xx", "2xx", "3xx", "4xx", "5xx"};

  /** Processes that are told apart; the lines of any further one count for no process. */
  private static final int MOST_SPEAKERS = 100;

  /** Bounds 1 ms to 2^17 ms, which is 131 s and more than a router waits. */
  private static final int BUCKETS = 18;

  /** More than an app runs at a time. */
  private static final int MOST_PROCESSES = 200;

  private final long start;
  private final long[] requests = new long[STATUS_CLASSES.length];
  private final long[] service = new long[BUCKETS];
  private final Map<String, Vitals.Memory> memory = new TreeMap<>();
  private final Map<String, long[]> spoke = new HashMap<>();
  private @Nullable String speaker;
  private long[] said = new long[1];
  private long lines;
  private long bytes;
  private long dropped;

  Window(long start) {
    this.start = start;
  }

  void line(int length) {
    lines++;
    bytes += length;
  }

  /** A line of the app's own. */
  void spoke(String process) {
    // Lines of one process come in a row.
    if (!process.equals(speaker)) {
      long[] known = spoke.get(process);
      if (known == null) {
        known = new long[1];
        if (spoke.size() < MOST_SPEAKERS) {
          spoke.put(process, known);
        }
      }
      speaker = process;
      said = known;
    }
    said[0]++;
  }

  void request(int status, int millis) {
    int statusClass = status >= 100 && status < 600 ? status / 100 : 0;
    requests[statusClass]++;
    if (millis >= 0) {
      int bucket = 32 - Integer.numberOfLeadingZeros(Math.max(millis, 1) - 1);
      service[Math.min(bucket, BUCKETS - 1)]++;
    }
  }

  void memory(String process, Vitals.Memory seen) {
    if (memory.size() < MOST_PROCESSES || memory.containsKey(process)) {
      memory.put(process, seen);
    }
  }

  void dropped(long count) {
    dropped += count;
  }

  Vitals vitals(LogLine of) {
    Map<String, Long> byStatus = new LinkedHashMap<>();
    for (int i = 1; i <= STATUS_CLASSES.length; i++) {
      int statusClass = i % STATUS_CLASSES.length;
      if (requests[statusClass] > 0) {
        byStatus.put(STATUS_CLASSES[statusClass], requests[statusClass]);
      }
    }
    List<Vitals.Bucket> times = new ArrayList<>();
    for (int i = 0; i < BUCKETS; i++) {
      if (service[i] > 0) {
        times.add(new Vitals.Bucket(1L << i, service[i]));
      }
    }
    return new Vitals(
        of.source(),
        of.app(),
        of.platform(),
        of.environment(),
        of.team(),
        Instant.ofEpochSecond(start),
        Instant.ofEpochSecond(start + SECONDS),
        lines,
        bytes,
        byStatus,
        times,
        memory,
        spokeByType(),
        dropped);
  }

  private Map<String, Long> spokeByType() {
    Map<String, Long> byType = new TreeMap<>();
    spoke.forEach(
        (process, lines) -> byType.merge(LogLine.processType(process), lines[0], Long::sum));
    return byType;
  }
}
