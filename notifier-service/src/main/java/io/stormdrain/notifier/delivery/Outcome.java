package io.stormdrain.notifier.delivery;

import java.time.Duration;
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
   * The receiver does not have it, and may take it later: RETRY.
   *
   * @param after the receiver asked for so much time, for all that is to go there
   */
  record Retry(Fault fault, String detail, @Nullable Duration after) implements Outcome {}

  /** The receiver does not have it and will not take it: DEAD, or once more in a plain form. */
  record Refused(Fault fault, String detail) implements Outcome {}

  /** Nobody knows: UNKNOWN. */
  record Unknown(Fault fault, String detail) implements Outcome {}
}
