package io.stormdrain.notifier.api;

import io.stormdrain.notifier.delivery.Outcome;
import io.stormdrain.notifier.delivery.Ping;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How a test message went. */
public record PingAnswer(
    @Schema(description = "Name of the receiver") String receiver,
    @Schema(description = "Whether it has taken the message") boolean delivered,
    @Schema(description = "Time until its word, in milliseconds") long millis,
    @Schema(description = "Why not, in one word") @Nullable String fault,
    @Schema(description = "The same in the receiver's words") @Nullable String detail) {

  static PingAnswer of(String receiver, Ping.Echo echo) {
    long millis = echo.latency().toMillis();
    return switch (echo.outcome()) {
      case Outcome.Delivered told -> new PingAnswer(receiver, true, millis, null, null);
      case Outcome.Retry retry ->
          new PingAnswer(receiver, false, millis, Words.of(retry.fault()), retry.detail());
      case Outcome.Refused refused ->
          new PingAnswer(receiver, false, millis, Words.of(refused.fault()), refused.detail());
      case Outcome.Unknown unknown ->
          new PingAnswer(receiver, false, millis, Words.of(unknown.fault()), unknown.detail());
    };
  }
}
