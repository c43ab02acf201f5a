package io.stormdrain.notifier.api;

import io.stormdrain.notifier.vitals.Counts;
import io.stormdrain.notifier.vitals.Window;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What was counted of an app over time. */
public record VitalsList(
    @Schema(description = "Length of a window in seconds") int step,
    @Schema(description = "The earliest first; windows in which nothing was counted are left out")
        List<Counted> windows) {

  public VitalsList {
    windows = List.copyOf(windows);
  }

  /** What was counted in one window. */
  public record Counted(
      @Schema(description = "When it begins, by the app's own time") Instant from,
      @Schema(description = "Log lines") long lines,
      @Schema(description = "Lines that were lost before they arrived") long dropped,
      @Schema(description = "Requests by status class: 1xx to 5xx, none")
          Map<String, Long> requests,
      @Schema(description = "Milliseconds that half of the requests did not exceed")
          @Nullable Double p50,
      @Schema(description = "Milliseconds that 95 % did not exceed") @Nullable Double p95,
      @Schema(description = "Milliseconds that 99 % did not exceed") @Nullable Double p99,
      @Schema(description = "Bytes that processes used and may use, the most in the window")
          Map<String, Used> memory) {

    static Counted of(Window window) {
      Counts counts = window.counts();
      return new Counted(
          window.from(),
          counts.lines(),
          counts.dropped(),
          counts.requests(),
          counts.latencies().quantile(0.5),
          counts.latencies().quantile(0.95),
          counts.latencies().quantile(0.99),
          counts.memory().entrySet().stream()
              .collect(
                  Collectors.toMap(
                      Map.Entry::getKey,
                      seen -> new Used(seen.getValue().used(), seen.getValue().quota()))));
    }
  }

  /** Memory of a process. */
  public record Used(
      @Schema(description = "Bytes that it used") long used,
      @Schema(description = "Bytes that it may use; absent where nobody says so")
          @Nullable Long quota) {}
}
