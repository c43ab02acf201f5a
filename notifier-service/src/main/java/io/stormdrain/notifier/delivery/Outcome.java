package io.stormdrain.notifier.delivery;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How an attempt to tell a receiver ended. */
public sealed interface Outcome {

  /**
   * The receiver has it: SENT.
   *
   * @param reference what the receiver calls this message, if it says so
   * @param conversation what later messages of the incident refer to; null when that stays
   */
  record Delivered(@Nullable String reference, @Nullable String conversation) implements Outcome {}

  /**
   * Of several behind the receiver some have it: SENT, or RETRY for those who may take it later.
   *
   * @param reference what the receiver calls this message, if it says so
   * @param missing how it ended for each of those who do not have it, by what the receiver calls
   *     them
   */
  record Partly(@Nullable String reference, Map<String, Missed> missing) implements Outcome {
    public Partly {
      missing = Map.copyOf(missing);
      if (missing.isEmpty()) {
        throw new IllegalArgumentException("whom all have heard is told, not partly so");
      }
    }
  }

  /** It did not get there, as far as anybody knows. */
  sealed interface Missed extends Outcome {

    /** Why. */
    Fault fault();

    /** The same in the receiver's words. */
    String detail();
  }

  /**
   * The receiver does not have it, and may take it later: RETRY.
   *
   * @param after the receiver asked for so much time, for all that is to go there
   */
  record Retry(Fault fault, String detail, @Nullable Duration after) implements Missed {}

  /** The receiver does not have it and will not take it: DEAD, or once more in a plain form. */
  record Refused(Fault fault, String detail) implements Missed {}

  /** Nobody knows: UNKNOWN. */
  record Unknown(Fault fault, String detail) implements Missed {}
}
