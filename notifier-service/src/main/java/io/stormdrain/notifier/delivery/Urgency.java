package io.stormdrain.notifier.delivery;

import io.stormdrain.notifier.incident.Reason;
import io.stormdrain.notifier.threshold.Severity;

/** What is told first to a receiver that cannot take all at once; in this order. */
enum Urgency {
  /** A message about what is critical. */
  ALARM,
  /** Any other message. */
  MESSAGE,
  /** A change of a message. */
  CHANGE,
  /** What was told before. */
  REMINDER;

  static Urgency of(Severity severity, Reason.Notice form) {
    return switch (form) {
      case MESSAGE -> severity == Severity.CRITICAL ? ALARM : MESSAGE;
      case EDIT -> CHANGE;
    };
  }
}
