package io.stormdrain.notifier.delivery;

/**
 * Where a delivery is.
 *
 * <pre>
 *   held --nothing holds it--> PENDING, or it is over by then: SUPPRESSED
 *   PENDING --claimed--> CLAIMED --delivered--> SENT, and what it told as well: SUPERSEDED
 *                         |  ^ ^
 *              refused    |  | |
 *   DEAD &lt;----given up----+  | +--due-- RETRY    &lt;-- it did not arrive
 *                            +--due---- UNKNOWN  &lt;-- nobody knows: no answer, or the lease lapsed
 * </pre>
 */
public enum DeliveryState {
  PENDING,
  CLAIMED,
  SENT,
  RETRY,
  UNKNOWN,
  DEAD,
  SUPERSEDED,
  /** It was held back, and then need not be told any more. */
  SUPPRESSED;

  /** Whether it still has to be told. */
  public boolean isWaiting() {
    return switch (this) {
      case PENDING, CLAIMED, RETRY, UNKNOWN -> true;
      case SENT, DEAD, SUPERSEDED, SUPPRESSED -> false;
    };
  }
}
