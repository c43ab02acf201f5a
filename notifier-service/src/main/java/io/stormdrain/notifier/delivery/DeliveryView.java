package io.stormdrain.notifier.delivery;

import io.stormdrain.notifier.incident.Reason;
import io.stormdrain.notifier.route.Hold;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One transition for one receiver, and what became of it.
 *
 * @param seq number of the transition
 * @param dueAt when it is tried next; null when it is not
 * @param settledAt when it came to an end; null while it has not
 * @param toldBy the delivery whose message told it
 * @param fault why the last attempt failed; null when it did not
 * @param reference what the receiver calls the message
 * @param prompt why it is told beside the routes; null when they call for it
 * @param held what holds it back; null when nothing does
 * @param remark what its message says of itself
 * @param missing who behind the receiver does not have it while others do
 */
public record DeliveryView(
    long id,
    UUID incident,
    int seq,
    String receiver,
    Reason reason,
    DeliveryState state,
    Instant createdAt,
    @Nullable Instant dueAt,
    @Nullable Instant settledAt,
    int attempts,
    @Nullable Long toldBy,
    @Nullable Fault fault,
    @Nullable String detail,
    @Nullable String reference,
    @Nullable Prompt prompt,
    Hold.@Nullable By held,
    @Nullable String remark,
    @Nullable Missing missing) {}
