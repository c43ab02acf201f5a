package io.stormdrain.notifier.api;

import io.stormdrain.notifier.delivery.ReceiverView;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How a receiver is. */
public record ReceiverEntry(
    @Schema(description = "Its name: slack, email, ...") String name,
    @Schema(description = "ok, limited, failing or misconfigured") String state,
    @Schema(description = "Deliveries that are still to be told to it") long waiting,
    @Schema(description = "Attempts in vain, one after the other") int failures,
    @Schema(description = "Why the last attempt failed, in one word") @Nullable String fault,
    @Schema(description = "The same in the receiver's words") @Nullable String detail,
    @Schema(description = "Since when the fault is there") @Nullable Instant since,
    @Schema(description = "Until when nothing goes there; absent when something may")
        @Nullable Instant closedUntil,
    @Schema(description = "Who is told when it cannot be") @Nullable String fallback) {

  static ReceiverEntry of(ReceiverView view) {
    return new ReceiverEntry(
        view.name(),
        view.state(),
        view.waiting(),
        view.failures(),
        Words.ofNullable(view.fault()),
        view.detail(),
        view.since(),
        view.closedUntil(),
        view.fallback());
  }
}
