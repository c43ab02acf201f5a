package io.stormdrain.ingest.door;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Names of events that were taken, so that they have no effect when they are delivered again.
 * Render tries for 33 hours, Heroku for up to 72. It is this process's memory: what is delivered
 * again to another one, or after a restart, has the same {@code frame}.
 */
final class TakenEvents {
  private static final long KEPT = Duration.ofDays(3).toMillis();
  private static final int MOST = 50_000;

  private final Map<String, Long> at =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
          return size() > MOST;
        }
      };

  /** Was it taken before? */
  synchronized boolean has(String name, long now) {
    Long taken = at.get(name);
    return taken != null && now - taken < KEPT;
  }

  /** It is where it is safe. */
  synchronized void add(String name, long now) {
    at.put(name, now);
  }
}
