package io.stormdrain.notifier.incident;

import io.stormdrain.notifier.signal.Signal;
import io.stormdrain.notifier.threshold.AlertRule;
import io.stormdrain.notifier.threshold.AlertRules;
import io.stormdrain.notifier.threshold.Resolve;
import java.time.Duration;
import java.time.Instant;

/** Which signals speak for the end of a trouble. */
final class Recovery {

  private static final String RELEASE = "release.created";

  private final AlertRules rules;
  private final Docket docket;
  private final Lifecycle lifecycle;

  Recovery(AlertRules rules, Docket docket, Lifecycle lifecycle) {
    this.rules = rules;
    this.docket = docket;
    this.lifecycle = lifecycle;
  }

  /** Looks whether the signal speaks for the end of this finding. */
  void look(Finding finding, Signal signal, Instant wall) {
    AlertRule rule = rules.find(finding.rule());
    if (rule == null) {
      return;
    }
    for (Resolve resolve : rule.resolves()) {
      switch (resolve) {
        case Resolve.Evidence evidence -> {
          if (evidence.signals().contains(signal.type())
              && (evidence.anyProcess() || sameProcess(finding, signal))) {
            if (rule.on().contains(signal.type())) {
              lifecycle.resolve(finding, ResolveCause.SUPERSEDED, signal.time());
            } else {
              recovering(finding, evidence.hold(), signal.time(), wall);
            }
            return;
          }
        }
        case Resolve.Under under -> {
          Long value = rule.on().contains(signal.type()) ? signal.number(under.capture()) : null;
          if (value != null && value < under.below()) {
            recovering(finding, under.hold(), signal.time(), wall);
            return;
          }
          if (value != null) {
            lasting(finding, rule, under.hold(), signal.time(), wall);
          }
        }
        case Resolve.Released released -> {
          if (signal.type().equals(RELEASE) && finding.state() == FindingState.OPEN) {
            Due due = new Due(signal.time().plus(released.quiet()), null, Due.Then.RELEASED);
            docket.put(finding.due(FindingState.OPEN, due));
          }
        }
        case Resolve.Calm _, Resolve.Quiet _ -> {
          // These depend on how often it was seen, not on any other signal.
        }
      }
    }
  }

  /** A sign of the end came: what was not told is forgotten, what was told has to hold. */
  void recovering(Finding finding, Duration hold, Instant at, Instant wall) {
    if (finding.state() == FindingState.PENDING) {
      docket.drop(finding);
    } else if (hold.isZero()) {
      lifecycle.resolve(finding, ResolveCause.RECOVERED, at);
    } else if (finding.state() == FindingState.OPEN) {
      Due due = new Due(at.plus(hold), wall.plus(hold), Due.Then.RECOVERED);
      lifecycle.recovering(finding.due(FindingState.RECOVERING, due), at);
    }
  }

  /** Not so high that it would open, and not low enough to be over: what waits has to wait on. */
  private void lasting(Finding finding, AlertRule rule, Duration hold, Instant at, Instant wall) {
    Instant quiet = rule.quietAt(at);
    if (finding.state() == FindingState.RECOVERING) {
      Due due = new Due(at.plus(hold), wall.plus(hold), Due.Then.RECOVERED);
      docket.put(finding.due(FindingState.RECOVERING, due));
    } else if (finding.state() == FindingState.OPEN && quiet != null) {
      docket.put(finding.due(FindingState.OPEN, new Due(quiet, null, Due.Then.QUIET)));
    }
  }

  /** Whether the signal is of the process that is in trouble, as far as both are known. */
  static boolean sameProcess(Finding finding, Signal signal) {
    return finding.process() == null
        || signal.process() == null
        || finding.process().equals(signal.process());
  }
}
