package io.stormdrain.notifier.delivery;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What follows from the outcome of an attempt. */
sealed interface Verdict {

  /**
   * How often something may arrive twice at a receiver that shows both. With the pauses between
   * them that is half an hour of a receiver that takes messages and never answers.
   */
  int MOST_UNKNOWN = 8;

  /** Without the receiver's own word, all that goes there waits so long after a 429. */
  Duration UNSAID_LIMIT = Duration.ofSeconds(10);

  /** A receiver cannot make us wait for longer than this with one answer. */
  Duration LONGEST_LIMIT = Duration.ofHours(1);

  /** It is told. */
  record Told(@Nullable String reference, @Nullable String conversation) implements Verdict {}

  /**
   * It is tried again.
   *
   * @param state RETRY or UNKNOWN
   * @param blockedUntil until then nothing goes to the receiver
   * @param plain whether in a plain form
   */
  record Again(
      DeliveryState state,
      Instant dueAt,
      @Nullable Instant blockedUntil,
      boolean plain,
      Fault fault,
      String detail)
      implements Verdict {}

  /** It is not tried again. */
  record Dead(Fault fault, String detail) implements Verdict {}

  /** Judges an outcome. */
  static Verdict of(
      Outcome outcome, Claim claim, Receiver.Repeats repeats, Instant now, Backoff backoff) {
    return switch (outcome) {
      case Outcome.Delivered delivered -> new Told(delivered.reference(), delivered.conversation());
      case Outcome.Retry retry -> retry(retry, claim, now, backoff);
      case Outcome.Refused refused ->
          refused.fault().kind() == Fault.Kind.FORM && !claim.plain()
              ? new Again(DeliveryState.RETRY, now, null, true, refused.fault(), refused.detail())
              : new Dead(refused.fault(), refused.detail());
      case Outcome.Unknown unknown -> unknown(unknown, claim, repeats, now, backoff);
    };
  }

  private static Verdict retry(Outcome.Retry retry, Claim claim, Instant now, Backoff backoff) {
    Instant due = now.plus(backoff.after(claim.attempts()));
    Duration asked =
        retry.after() == null && retry.fault() == Fault.RATE_LIMITED ? UNSAID_LIMIT : retry.after();
    Instant blocked =
        asked == null ? null : now.plus(asked.compareTo(LONGEST_LIMIT) > 0 ? LONGEST_LIMIT : asked);
    return new Again(
        DeliveryState.RETRY,
        blocked != null && blocked.isAfter(due) ? blocked : due,
        blocked,
        claim.plain(),
        retry.fault(),
        retry.detail());
  }

  private static Verdict unknown(
      Outcome.Unknown unknown,
      Claim claim,
      Receiver.Repeats repeats,
      Instant now,
      Backoff backoff) {
    if (repeats == Receiver.Repeats.ABSORBED) {
      Instant due = now.plus(backoff.after(claim.attempts()));
      return new Again(
          DeliveryState.UNKNOWN, due, null, claim.plain(), unknown.fault(), unknown.detail());
    }
    if (claim.unknown() + 1 >= MOST_UNKNOWN) {
      return new Dead(unknown.fault(), unknown.detail());
    }
    Instant due = now.plus(backoff.afterUnknown(claim.unknown() + 1));
    return new Again(
        DeliveryState.UNKNOWN, due, null, claim.plain(), unknown.fault(), unknown.detail());
  }
}
