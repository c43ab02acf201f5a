package io.stormdrain.analyzer.classify;

import io.stormdrain.analyzer.vitals.Vitals;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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

  /** Apps of one partition that are remembered: some four kilobytes each while they are quiet. */
  public static final int MOST_APPS = 20_000;

  private final Map<String, AppMemory> apps =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, AppMemory> eldest) {
          boolean tooMany = size() > mostApps;
          forgotten += tooMany ? 1 : 0;
          return tooMany;
        }
      };

  private final int mostApps;
  private int forgotten;
  private final Set<AppMemory> counted = new LinkedHashSet<>();
  private final OpenTraces traces = new OpenTraces();
  private @Nullable String lastSource;
  private @Nullable AppMemory last;

  /** With room for {@link #MOST_APPS}. */
  public Memory() {
    this(MOST_APPS);
  }

  /**
   * Remembers nothing yet.
   *
   * @param mostApps beyond which the one unheard of for longest is forgotten: what it still has to
   *     tell, as a stack trace or vitals, is told all the same
   */
  public Memory(int mostApps) {
    this.mostApps = mostApps;
  }

  /** How many apps were forgotten to make room since this was last asked. */
  public int takeForgotten() {
    int taken = forgotten;
    forgotten = 0;
    return taken;
  }

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
