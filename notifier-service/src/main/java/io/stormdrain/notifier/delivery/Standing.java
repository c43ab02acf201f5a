package io.stormdrain.notifier.delivery;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a receiver is.
 *
 * @param blockedUntil it has asked for so much time
 * @param triedAgainAt when one message is tried, after several in vain; null while none was
 * @param failures attempts in vain, one after the other
 * @param fault why the last attempt failed; null when it did not
 * @param since since when the fault is there
 */
record Standing(
    @Nullable Instant blockedUntil,
    @Nullable Instant triedAgainAt,
    int failures,
    @Nullable Fault fault,
    @Nullable String detail,
    @Nullable Instant since) {

  static final Standing GOOD = new Standing(null, null, 0, null, null, null);

  /** So many attempts in vain, and it is spared all but one message now and then. */
  static final int MOST_FAILURES = 5;

  private static final Duration FIRST_REST = Duration.ofSeconds(30);
  private static final Duration LONGEST_REST = Duration.ofMinutes(5);

  /** Until when nothing goes there; null when something may. */
  @Nullable Instant closedUntil() {
    if (blockedUntil == null || triedAgainAt == null) {
      return blockedUntil == null ? triedAgainAt : blockedUntil;
    }
    return blockedUntil.isAfter(triedAgainAt) ? blockedUntil : triedAgainAt;
  }

  /** Whether one message has to get through before others follow. */
  boolean isTried() {
    return triedAgainAt != null || fault == Fault.RATE_LIMITED;
  }

  /**
   * When to try it with one message after so many attempts in vain; null when all may go on. Who
   * asks for time says itself how much.
   */
  static @Nullable Instant rest(Fault fault, int failures, Instant now) {
    if (fault == Fault.RATE_LIMITED) {
      return null;
    }
    int over = fault.kind() == Fault.Kind.CONFIGURATION ? failures : failures - MOST_FAILURES + 1;
    if (over < 1) {
      return null;
    }
    Duration rest = FIRST_REST.multipliedBy(1L << Math.min(over - 1, 10));
    return now.plus(rest.compareTo(LONGEST_REST) < 0 ? rest : LONGEST_REST);
  }

  /** One word for it. */
  enum Word {
    /** What goes there arrives. */
    OK,
    /** It has asked for time. */
    LIMITED,
    /** What goes there does not arrive; it is tried again. */
    FAILING,
    /** Somebody has to change settings. */
    MISCONFIGURED
  }

  Word word(Instant now) {
    if (fault == null) {
      return Word.OK;
    }
    if (blockedUntil != null && blockedUntil.isAfter(now)) {
      return Word.LIMITED;
    }
    return fault.kind() == Fault.Kind.CONFIGURATION ? Word.MISCONFIGURED : Word.FAILING;
  }
}
