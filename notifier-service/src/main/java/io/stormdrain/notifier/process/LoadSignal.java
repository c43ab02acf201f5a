package io.stormdrain.notifier.process;

import io.stormdrain.notifier.signal.Signal;
import io.stormdrain.notifier.signal.Vitals;
import io.stormdrain.notifier.vitals.Counts;
import io.stormdrain.notifier.vitals.Load;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the requests of the last minutes say of an app, as a signal {@code load.measured}. */
final class LoadSignal {

  private static final String TYPE = "load.measured";

  /** Fewer say nothing: one error in twenty requests is no rate of five percent. */
  static final long LEAST_REQUESTS = 50;

  private LoadSignal() {}

  /** Nothing where there were too few requests, or others than the app answered them. */
  static Optional<Signal> of(Load load, Vitals latest) {
    Counts counts = load.total();
    long requests = counts.requests().values().stream().mapToLong(Long::longValue).sum();
    if (requests < LEAST_REQUESTS || load.isMaintained(latest.from())) {
      return Optional.empty();
    }
    Map<String, Object> captures = new LinkedHashMap<>();
    captures.put("requests", requests);
    captures.put(
        "server-error-percent", 100 * counts.requests().getOrDefault("5xx", 0L) / requests);
    Double slowest = counts.latencies().quantile(0.95);
    if (slowest != null) {
      captures.put("slow-ms", Math.round(slowest));
    }
    return Optional.of(
        new Signal(
            latest.from() + "/load",
            TYPE,
            latest.source(),
            latest.app(),
            latest.platform(),
            latest.environment(),
            null,
            null,
            latest.from(),
            null,
            captures,
            List.of(),
            null));
  }
}
