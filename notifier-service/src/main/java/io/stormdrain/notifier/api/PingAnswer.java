package io.stormdrain.notifier.api;

import io.stormdrain.notifier.delivery.Outcome;
import io.stormdrain.notifier.delivery.Ping;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How a test message went. */
public record PingAnswer(
    @Schema(description = "Name of the receiver") String receiver,
    @Schema(description = "Whether it has taken the message, for all who are behind it")
        boolean delivered,
    @Schema(description = "Time until its word, in milliseconds") long millis,
    @Schema(description = "Why not, in one word") @Nullable String fault,
    @Schema(description = "The same in the receiver's words") @Nullable String detail) {

  static PingAnswer of(String receiver, Ping.Echo echo) {
    long millis = echo.latency().toMillis();
    return switch (echo.outcome()) {
      case Outcome.Delivered told -> new PingAnswer(receiver, true, millis, null, null);
      case Outcome.Partly partly -> partly(receiver, millis, partly);
      case Outcome.Missed missed ->
          new PingAnswer(receiver, false, millis, Words.of(missed.fault()), missed.detail());
    };
  }

  /** Some of those behind it have the message: why the first of the others do not. */
  private static PingAnswer partly(String receiver, long millis, Outcome.Partly partly) {
    Map.Entry<String, Outcome.Missed> first = new TreeMap<>(partly.missing()).firstEntry();
    return new PingAnswer(
        receiver,
        false,
        millis,
        Words.of(first.getValue().fault()),
        first.getKey() + ": " + first.getValue().detail());
  }
}
