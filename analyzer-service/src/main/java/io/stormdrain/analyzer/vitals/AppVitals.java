package io.stormdrain.analyzer.vitals;

import io.stormdrain.analyzer.line.LogLine;
import io.stormdrain.analyzer.line.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Counts one app's lines by windows of the lines' own time. */
public final class AppVitals {

  /** An hour of them. */
  private static final int MOST_WINDOWS = 360;

  private static final long NANOS = 1_000_000_000L;

  private static final String RAILWAY = "railway";

  private final RouterLine router = new RouterLine();
  private final RailwayRequest railway = new RailwayRequest();
  private final TreeMap<Long, Window> windows = new TreeMap<>();
  private @Nullable Window current;
  private long currentFrom;
  private long currentTo;
  private @Nullable LogLine sample;

  /**
   * Counts a line.
   *
   * @return the memory of its process that it tells, if it does
   */
  public Vitals.@Nullable Memory count(LogLine line) {
    Window window = windowOf(line);
    window.line(line.text().length);
    if (line.origin() != Origin.PLATFORM && line.process() != null) {
      window.spoke(line.process());
    }
    if (line.origin() == Origin.PLATFORM && isRequest(line, window)) {
      return null;
    }
    Vitals.Memory seen = line.origin() == Origin.APP ? null : MemorySample.of(line.text());
    if (seen != null && line.process() != null) {
      window.memory(line.process(), seen);
    }
    return seen;
  }

  /** Counts a request of which the platform tells. */
  private boolean isRequest(LogLine line, Window window) {
    if ("router".equals(line.process())) {
      if (router.read(line.text())) {
        window.request(router.status(), router.serviceMillis());
      }
      return true;
    }
    boolean request = line.platform().equals(RAILWAY) && railway.read(line.text());
    if (request) {
      window.request(railway.status(), railway.millis());
    }
    return request;
  }

  /** Notes the memory that a process was seen to use. */
  public void memory(LogLine line, long used, @Nullable Long quota) {
    if (line.process() != null) {
      windowOf(line).memory(line.process(), new Vitals.Memory(used, quota));
    }
  }

  /** Notes lines that were lost on the way. */
  public void dropped(LogLine line, long count) {
    windowOf(line).dropped(count);
  }

  /** What was counted since the last call, oldest window first. */
  public List<Vitals> take() {
    if (sample == null) {
      return List.of();
    }
    List<Vitals> taken = new ArrayList<>(windows.size());
    for (Window window : windows.values()) {
      taken.add(window.vitals(sample));
    }
    windows.clear();
    current = null;
    sample = null;
    return taken;
  }

  /** Times that jump about make many windows: beyond so many the nearest counts for all. */
  private Window windowFrom(long start) {
    if (windows.size() < MOST_WINDOWS || windows.containsKey(start)) {
      return windows.computeIfAbsent(start, Window::new);
    }
    Map.Entry<Long, Window> before = windows.floorEntry(start);
    return before == null ? windows.firstEntry().getValue() : before.getValue();
  }

  private Window windowOf(LogLine line) {
    if (current == null || line.time() < currentFrom || line.time() >= currentTo) {
      long second = Math.floorDiv(line.time(), NANOS);
      long start = second - Math.floorMod(second, Window.SECONDS);
      current = windowFrom(start);
      currentFrom = start * NANOS;
      currentTo = currentFrom + Window.SECONDS * NANOS;
    }
    sample = line;
    return current;
  }
}
