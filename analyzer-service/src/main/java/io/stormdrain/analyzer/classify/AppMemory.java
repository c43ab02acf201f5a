package io.stormdrain.analyzer.classify;

import io.stormdrain.analyzer.vitals.AppVitals;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is remembered of one app from line to line. */
final class AppMemory {

  /** More processes than an app runs at a time; the one unheard of for longest is forgotten. */
  private static final int MAX_PROCESSES = 200;

  final Flow flow = new Flow();
  final AppVitals vitals = new AppVitals();
  final UnknownErrors unknown = new UnknownErrors();
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

  ProcessMemory process(@Nullable String name) {
    String key = name == null ? "" : name;
    if (last == null || !key.equals(lastName)) {
      last = processes.computeIfAbsent(key, k -> new ProcessMemory());
      lastName = key;
    }
    return last;
  }
}
