package io.stormdrain.notifier.signal;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Counts of one app in one window of its own time; additive over records of the same window.
 *
 * @param lines log lines
 * @param requests by status class, {@code 2xx}
 * @param dropped lines that were lost on the way
 */
public record Vitals(
    String source,
    String app,
    String platform,
    @Nullable String environment,
    Instant from,
    Instant until,
    long lines,
    Map<String, Long> requests,
    long dropped)
    implements StoryEntry {

  public Vitals {
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(app, "app");
    Objects.requireNonNull(platform, "platform");
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(until, "until");
    requests = requests == null ? Map.of() : Map.copyOf(requests);
  }

  /** The window's start: of its lines at least one was not earlier. */
  @Override
  public Instant time() {
    return from;
  }
}
