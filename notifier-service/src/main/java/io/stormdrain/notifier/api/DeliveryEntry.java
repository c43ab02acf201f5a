package io.stormdrain.notifier.api;

import io.stormdrain.notifier.delivery.DeliveryView;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One transition for one receiver, and what became of it.
 *
 * @param seq number of the transition
 * @param dueAt when it is tried next; null when it is not
 * @param settledAt when it came to an end; null while it has not
 * @param toldBy id of the delivery whose message told it
 * @param fault why the last attempt failed
 * @param detail the same in the receiver's words
 * @param reference what the receiver calls the message
 */
public record DeliveryEntry(
    long id,
    String incident,
    int seq,
    String receiver,
    String reason,
    String state,
    Instant createdAt,
    @Nullable Instant dueAt,
    @Nullable Instant settledAt,
    int attempts,
    @Nullable Long toldBy,
    @Nullable String fault,
    @Nullable String detail,
    @Nullable String reference) {

  static DeliveryEntry of(DeliveryView view, String incident) {
    return new DeliveryEntry(
        view.id(),
        incident,
        view.seq(),
        view.receiver(),
        Words.of(view.reason()),
        Words.of(view.state()),
        view.createdAt(),
        view.dueAt(),
        view.settledAt(),
        view.attempts(),
        view.toldBy(),
        Words.ofNullable(view.fault()),
        view.detail(),
        view.reference());
  }
}
