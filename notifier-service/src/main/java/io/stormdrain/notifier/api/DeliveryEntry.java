package io.stormdrain.notifier.api;

import io.stormdrain.notifier.delivery.DeliveryView;
import io.stormdrain.notifier.delivery.Missing;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One transition for one receiver, and what became of it. */
public record DeliveryEntry(
    @Schema(description = "Number of the delivery") long id,
    @Schema(description = "Label of the incident: INC-17") String incident,
    @Schema(description = "Number of the transition, from 1") int seq,
    @Schema(description = "Who is told: slack, email, ...") String receiver,
    @Schema(description = "Why: opened, raised, resolved, ...") String reason,
    @Schema(
            description =
                "pending, claimed, retry, unknown (it may have arrived), sent, superseded (told by a later message), suppressed (held back, then not worth telling) or dead")
        String state,
    @Schema(description = "When the transition was recorded") Instant createdAt,
    @Schema(description = "When it is tried next; absent when it is not") @Nullable Instant dueAt,
    @Schema(description = "When it came to an end; absent while it has not")
        @Nullable Instant settledAt,
    @Schema(description = "How often it was tried") int attempts,
    @Schema(description = "Number of the delivery whose message told it") @Nullable Long toldBy,
    @Schema(description = "Why the last attempt failed, in one word") @Nullable String fault,
    @Schema(description = "The same in the receiver's words") @Nullable String detail,
    @Schema(description = "What the receiver calls the message") @Nullable String reference,
    @Schema(description = "Why it is told beside the routes: reminder, escalation or fallback")
        @Nullable String prompt,
    @Schema(description = "What holds it back: silence, cause, quiet-hours or storm")
        @Nullable String held,
    @Schema(description = "What its message says of itself") @Nullable String remark,
    @Schema(
            description =
                "Who of several behind the receiver does not have it while others do; absent when nobody")
        @Nullable List<MissingEntry> missing) {

  /** One of several behind a receiver, who does not have what others have. */
  public record MissingEntry(
      @Schema(description = "An address, for e-mail") String who,
      @Schema(description = "Why, in one word; who is only deferred is told later") String fault,
      @Schema(description = "The same in the receiver's words") String detail) {

    static MissingEntry of(Missing.One one) {
      return new MissingEntry(one.who(), Words.of(one.fault()), one.detail());
    }
  }

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
        view.reference(),
        Words.ofNullable(view.prompt()),
        Words.ofNullable(view.held()),
        view.remark(),
        view.missing() == null
            ? null
            : view.missing().all().stream().map(MissingEntry::of).toList());
  }
}
