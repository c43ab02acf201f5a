package io.stormdrain.analyzer.classify;

import io.stormdrain.analyzer.vitals.Vitals;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of one partition's apps from line to line: half-read stack traces and vitals
 * that were not told yet. It is a function of the partition's lines alone, so it can be rebuilt by
 * reading the last of them again.
 */
public final class Memory {

  private final Map<String, AppMemory> apps = new HashMap<>();
  private final Set<AppMemory> counted = new LinkedHashSet<>();
  private final OpenTraces traces = new OpenTraces();
  private @Nullable String lastSource;
  private @Nullable AppMemory last;

  /** Sets the clock that silence is measured by, in nanoseconds. */
  public void tick(long nanos) {
    traces.tick(nanos);
  }

  /** Offset of the first line that an open trace still needs, or {@code none}. */
  public long firstOpenTrace(long none) {
    return traces.first(none);
  }

  /** Vitals of all apps since they were last taken. */
  public List<Vitals> takeVitals() {
    List<Vitals> taken = new ArrayList<>();
    for (AppMemory app : counted) {
      taken.addAll(app.vitals.take());
    }
    counted.clear();
    return taken;
  }

  OpenTraces traces() {
    return traces;
  }

  AppMemory app(String source) {
    if (last == null || !source.equals(lastSource)) {
      last = apps.computeIfAbsent(source, s -> new AppMemory());
      lastSource = source;
      counted.add(last);
    } else if (counted.isEmpty()) {
      counted.add(last);
    }
    return last;
  }
}
