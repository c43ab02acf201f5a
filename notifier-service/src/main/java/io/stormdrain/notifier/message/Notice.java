package io.stormdrain.notifier.message;

import io.stormdrain.notifier.incident.IncidentState;
import io.stormdrain.notifier.incident.Reason;
import java.util.Set;

/** What a message is for. */
public enum Notice {
  OPENED,
  /** It was over before the receiver could be told that it had begun. */
  OPENED_AND_RESOLVED,
  RAISED,
  REOPENED,
  /** It was said to be fixed. */
  REGRESSED,
  /** It comes and goes. */
  FLAPPING,
  RESOLVED,
  /** It goes on, and nobody looks after it. */
  REMINDED,
  /** Something is known better than before. */
  UPDATED,
  /** How a release went: no trouble, or the trouble is told by itself. */
  VERDICT,
  /** What went on in a day. */
  DIGEST;

  /** Whether it tells of trouble, or of its end. */
  public boolean isOfTrouble() {
    return this != VERDICT && this != DIGEST;
  }

  /**
   * What tells a receiver best what it does not know yet.
   *
   * @param toldBefore whether it was told anything of the incident
   * @param untold why the incident changed since
   * @param now where it has come to
   */
  public static Notice of(boolean toldBefore, Set<Reason> untold, IncidentState now) {
    boolean over = now == IncidentState.RESOLVED;
    if (!toldBefore) {
      return over ? OPENED_AND_RESOLVED : OPENED;
    }
    if (over) {
      return untold.contains(Reason.RESOLVED) ? RESOLVED : UPDATED;
    }
    if (untold.contains(Reason.REGRESSED)) {
      return REGRESSED;
    }
    if (untold.contains(Reason.FLAPPING)) {
      return FLAPPING;
    }
    if (untold.contains(Reason.REOPENED)) {
      return REOPENED;
    }
    return untold.contains(Reason.RAISED) ? RAISED : UPDATED;
  }
}
