package io.stormdrain.analyzer.classify;

import io.stormdrain.analyzer.vitals.AppVitals;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of one app from line to line: half-read stack traces and open vitals. It is a
 * function of the lines alone, so it can be rebuilt by reading the last of them again.
 */
public final class AppMemory {

  /** More processes than an app runs at a time; the one unheard of for longest is forgotten. */
  private static final int MAX_PROCESSES = 200;

  private final AppVitals vitals = new AppVitals();
  private final Map<String, ProcessMemory> processes =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, ProcessMemory> eldest) {
          return size() > MAX_PROCESSES;
        }
      };
  private @Nullable String lastName;
  private @Nullable ProcessMemory last;

  /** The app's counts since they were last taken. */
  public AppVitals vitals() {
    return vitals;
  }

  /** Smallest offset of a line of a trace that is still being read, {@code none} without any. */
  public long firstOpen(long none) {
    long first = none;
    for (ProcessMemory process : processes.values()) {
      long opened = process.trace.openedAt();
      if (opened >= 0) {
        first = Math.min(first, opened);
      }
    }
    return first;
  }

  ProcessMemory process(@Nullable String name) {
    String key = name == null ? "" : name;
    if (last == null || !key.equals(lastName)) {
      last = processes.computeIfAbsent(key, k -> new ProcessMemory());
      lastName = key;
    }
    return last;
  }

  void eachProcess(Consumer<ProcessMemory> action) {
    processes.values().forEach(action);
  }
}
