package io.stormdrain.notifier.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
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

  /**
   * It is told.
   *
   * @param missing who will not have it, of several behind the receiver
   */
  record Told(@Nullable String reference, @Nullable String conversation, @Nullable Missing missing)
      implements Verdict {}

  /**
   * It is tried again.
   *
   * @param state RETRY or UNKNOWN
   * @param blockedUntil until then nothing goes to the receiver
   * @param plain whether in a plain form
   * @param missing who does not have it, where others behind the receiver do
   */
  record Again(
      DeliveryState state,
      Instant dueAt,
      @Nullable Instant blockedUntil,
      boolean plain,
      Fault fault,
      String detail,
      @Nullable Missing missing)
      implements Verdict {}

  /** It is not tried again. */
  record Dead(Fault fault, String detail) implements Verdict {}

  /** Judges an outcome. */
  static Verdict of(
      Outcome outcome, Claim claim, Receiver.Repeats repeats, Instant now, Backoff backoff) {
    return switch (outcome) {
      case Outcome.Delivered delivered ->
          new Told(delivered.reference(), delivered.conversation(), null);
      case Outcome.Partly partly -> partly(partly, claim, now, backoff);
      case Outcome.Retry retry -> retry(retry, claim, now, backoff);
      case Outcome.Refused refused -> refused(refused, claim, now);
      case Outcome.Unknown unknown -> unknown(unknown, claim, repeats, now, backoff);
    };
  }

  private static Verdict partly(Outcome.Partly partly, Claim claim, Instant now, Backoff backoff) {
    Missing missing = Missing.of(partly.missing());
    return missing.all().stream()
        .filter(Missing.One::isStillTold)
        .map(Missing.One::fault)
        .min(Comparator.comparing(fault -> fault.kind() == Fault.Kind.LATER))
        .<Verdict>map(fault ->
            new Again(
                DeliveryState.RETRY,
                due(fault, claim, now, backoff),
                null,
                claim.plain(),
                fault,
                missing.text(),
                missing))
        .orElseGet(() -> new Told(partly.reference(), null, missing));
  }

  /** What others behind the receiver have is told, whoever else does not want it. */
  private static Verdict refused(Outcome.Refused refused, Claim claim, Instant now) {
    if (refused.fault().kind() == Fault.Kind.FORM && !claim.plain()) {
      return new Again(
          DeliveryState.RETRY, now, null, true, refused.fault(), refused.detail(), null);
    }
    return claim.only().isEmpty()
        ? new Dead(refused.fault(), refused.detail())
        : new Told(null, null, Missing.all(claim.only(), refused));
  }

  private static Instant due(Fault fault, Claim claim, Instant now, Backoff backoff) {
    return now.plus(
        fault.kind() == Fault.Kind.LATER
            ? backoff.afterDeferral(claim.attempts())
            : backoff.after(claim.attempts()));
  }

  private static Verdict retry(Outcome.Retry retry, Claim claim, Instant now, Backoff backoff) {
    Instant due = due(retry.fault(), claim, now, backoff);
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
        retry.detail(),
        null);
  }

  private static Verdict unknown(
      Outcome.Unknown unknown,
      Claim claim,
      Receiver.Repeats repeats,
      Instant now,
      Backoff backoff) {
    boolean absorbed = repeats == Receiver.Repeats.ABSORBED;
    if (!absorbed && claim.unknown() + 1 >= MOST_UNKNOWN) {
      return new Dead(unknown.fault(), unknown.detail());
    }
    Duration pause =
        absorbed ? backoff.after(claim.attempts()) : backoff.afterUnknown(claim.unknown() + 1);
    return new Again(
        DeliveryState.UNKNOWN,
        now.plus(pause),
        null,
        claim.plain(),
        unknown.fault(),
        unknown.detail(),
        null);
  }
}
