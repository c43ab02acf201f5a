package io.stormdrain.notifier.signal;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Counts of one app in one window of its own time; additive over records of the same window.
 *
 * @param team to whom the app belongs, as its source says; null where it says nothing
 * @param lines log lines
 * @param requests by status class, {@code 2xx}
 * @param service how long the requests took, of those that say so
 * @param memory the last that processes said of theirs, by process
 * @param spoke lines of the app's own by type of process
 * @param dropped lines that were lost on the way
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
    Map<String, Long> requests,
    List<Bucket> service,
    Map<String, Memory> memory,
    Map<String, Long> spoke,
    long dropped)
    implements StoryEntry {

  /**
   * Requests that took about as long.
   *
   * @param upTo milliseconds that none of them exceeded, a power of two; more than half of it each
   * @param count how many
   */
  @JsonFormat(shape = JsonFormat.Shape.ARRAY)
  @JsonPropertyOrder({"upTo", "count"})
  public record Bucket(long upTo, long count) {}

  /**
   * Memory of a process.
   *
   * @param used bytes
   * @param quota bytes that it may use; null where nobody says so
   */
  public record Memory(long used, @Nullable Long quota) {}

  public Vitals {
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(app, "app");
    Objects.requireNonNull(platform, "platform");
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(until, "until");
    requests = requests == null ? Map.of() : Map.copyOf(requests);
    service = service == null ? List.of() : List.copyOf(service);
    memory = memory == null ? Map.of() : Map.copyOf(memory);
    spoke = spoke == null ? Map.of() : Map.copyOf(spoke);
  }

  /** Of an app of which nobody says to whom it belongs. */
  public Vitals(
      String source,
      String app,
      String platform,
      @Nullable String environment,
      Instant from,
      Instant until,
      long lines,
      Map<String, Long> requests,
      List<Bucket> service,
      Map<String, Memory> memory,
      Map<String, Long> spoke,
      long dropped) {
    this(
        source,
        app,
        platform,
        environment,
        null,
        from,
        until,
        lines,
        requests,
        service,
        memory,
        spoke,
        dropped);
  }

  /** The window's start: of its lines at least one was not earlier. */
  @Override
  public Instant time() {
    return from;
  }
}
