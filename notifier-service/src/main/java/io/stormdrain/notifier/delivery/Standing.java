package io.stormdrain.notifier.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a receiver is.
 *
 * @param blockedUntil it has asked for so much time
 * @param fault why the last attempt failed; null when it did not
 * @param since since when the fault is there
 */
record Standing(
    @Nullable Instant blockedUntil,
    @Nullable Fault fault,
    @Nullable String detail,
    @Nullable Instant since) {

  static final Standing GOOD = new Standing(null, null, null, null);

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
