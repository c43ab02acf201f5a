package io.stormdrain.notifier.route;

import io.stormdrain.notifier.incident.Reason;
import io.stormdrain.notifier.incident.Transition;
import io.stormdrain.notifier.threshold.Severity;

/**
 * Decides who is told.
 *
 * @param minimum severity from which on an incident is told
 */
public record Routes(Severity minimum) {

  /** Decides for one transition and one receiver. */
  public Decision decide(Transition transition, Candidate candidate) {
    boolean edit = transition.reason().notice() == Reason.Notice.EDIT;
    if (edit && !candidate.edits()) {
      return Decision.CANNOT_EDIT;
    }
    if (candidate.involved()) {
      return Decision.TOLD_BEFORE;
    }
    if (edit || transition.reason() == Reason.RESOLVED) {
      return Decision.NEVER_TOLD;
    }
    if (transition.severity() == Severity.INFO) {
      return Decision.FOR_THE_RECORD;
    }
    return minimum.isWorseThan(transition.severity())
        ? Decision.BELOW_MINIMUM
        : Decision.SEVERE_ENOUGH;
  }
}
