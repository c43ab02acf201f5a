package io.stormdrain.notifier.incident;

import io.stormdrain.notifier.process.Release;
import io.stormdrain.notifier.process.Story;
import io.stormdrain.notifier.signal.Signal;
import io.stormdrain.notifier.threshold.AlertRule;
import io.stormdrain.notifier.threshold.AlertRules;
import io.stormdrain.notifier.threshold.Condition;
import io.stormdrain.notifier.threshold.Moment;
import io.stormdrain.notifier.threshold.Resolve;
import io.stormdrain.notifier.threshold.Severity;
import io.stormdrain.notifier.threshold.Tally;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What it means for a rule's finding that a signal of it was seen. */
final class Sighting {

  private final AlertRules rules;
  private final Docket docket;
  private final Lifecycle lifecycle;
  private final Recovery recovery;
  private final Absence absence;
  private final ReleaseWatch watch;
  private final int keep;

  /**
   * @param keep how many log lines a finding keeps as evidence, first and latest each
   */
  Sighting(
      AlertRules rules,
      Docket docket,
      Lifecycle lifecycle,
      Recovery recovery,
      Absence absence,
      ReleaseWatch watch,
      int keep) {
    this.rules = rules;
    this.docket = docket;
    this.lifecycle = lifecycle;
    this.recovery = recovery;
    this.absence = absence;
    this.watch = watch;
    this.keep = keep;
  }

  /**
   * A signal of the rule was seen.
   *
   * @param wall the clock on the wall, for what is to happen if the app falls silent
   */
  void of(AlertRule rule, Signal signal, Story story, Instant wall) {
    if (rule.opens() instanceof Condition.Watched watched) {
      watch.begin(rule, watched, signal, story, wall);
      return;
    }
    FindingId id = new FindingId(rule.id(), rule.keyOf(signal));
    Finding known = docket.find(id);
    if (isSuperseded(id)) {
      return;
    }
    Finding before =
        known == null ? Finding.blank(id, rule.severity(), signal) : outOfShadow(rule, known);
    Finding seen = counted(rule, before, signal, story);
    if (rule.opens() instanceof Condition.Absent absent) {
      absence.came(seen, absent, signal, wall);
      return;
    }
    switch (before.state()) {
      case PENDING ->
          pending(rule, signal.isLate() ? seen.forTheRecord() : seen, signal, story, wall);
      case OPEN, RECOVERING -> again(rule, before, seen, signal, wall);
      case RESOLVED -> {
        if (signal.isLate()) {
          // It belongs to what is over.
          docket.put(seen);
        } else {
          resolvedBefore(rule, before, seen, story, signal.time());
        }
      }
    }
  }

  /** What was only noted is told from now on. */
  private static Finding outOfShadow(AlertRule rule, Finding known) {
    boolean noted = known.state() != FindingState.PENDING && known.incident() == null;
    return noted && !rule.shadow() ? known.in(FindingState.PENDING, null) : known;
  }

  private Finding counted(AlertRule rule, Finding before, Signal signal, Story story) {
    Release release = story.releaseAt(signal.time());
    Tally tally = rule.count(before.tally(), signal, release == null ? null : release.at());
    Severity now = rule.severity(tally, signal.type(), moment(rule, signal.time()));
    return before.seen(signal, tally, before.severity().worse(now), keep);
  }

  /** Something was seen: rules that look at what else is wrong may have enough now. */
  void correlate(Story story, Instant at) {
    for (AlertRule rule : rules.correlated()) {
      for (Finding finding : docket.ofRule(rule.id())) {
        Moment now = moment(rule, at);
        switch (finding.state()) {
          case PENDING -> {
            if (rule.opens() instanceof Condition.Correlated
                && rule.opens().met(finding.tally(), now)) {
              lifecycle.open(finding, quiet(rule, finding), story, at);
            }
          }
          case OPEN, RECOVERING -> {
            Severity worse = rule.severity(finding.tally(), now);
            if (worse.isWorseThan(finding.severity())) {
              lifecycle.seenAgain(finding, finding.atLeast(worse), at);
            }
          }
          case RESOLVED -> {
            // It is over, whatever else is wrong now.
          }
        }
      }
    }
  }

  /** When silence alone ends it; null where it never does. */
  static @Nullable Due quiet(AlertRule rule, Finding finding) {
    Instant at = rule.quietAt(finding.lastSeen());
    return at == null ? null : new Due(at, null, Due.Then.QUIET);
  }

  private Moment moment(AlertRule rule, Instant at) {
    return rules.correlated().contains(rule)
        ? new Moment(
            at,
            docket.findings().stream()
                .filter(finding -> finding.isLive() && finding.incident() != null)
                .map(Finding::rule)
                .collect(Collectors.toSet()))
        : Moment.at(at);
  }

  /** Whether a class that says more about the same thing is open. */
  private boolean isSuperseded(FindingId id) {
    return rules.superseding(id.rule()).stream()
        .map(rule -> docket.find(new FindingId(rule, id.key())))
        .anyMatch(finding -> finding != null && finding.isLive() && finding.incident() != null);
  }

  private void pending(AlertRule rule, Finding seen, Signal signal, Story story, Instant wall) {
    Duration patience = rule.patience();
    if (patience != null && seen.due() == null) {
      Due due = new Due(signal.time().plus(patience), wall.plus(patience), Due.Then.OPENS);
      docket.put(seen.due(FindingState.PENDING, due));
    } else if (isEnough(rule, seen, signal.time())) {
      lifecycle.open(seen, quiet(rule, seen), story, signal.time());
    } else {
      docket.put(seen);
    }
  }

  private boolean isEnough(AlertRule rule, Finding finding, Instant at) {
    return rule.opens().met(finding.tally(), moment(rule, at));
  }

  /** It goes on, or only as much of it comes as usual. */
  private void again(AlertRule rule, Finding before, Finding seen, Signal signal, Instant wall) {
    Resolve.Calm calm = rule.calm(seen.tally(), signal.time());
    if (calm == null) {
      Finding open = seen.due(FindingState.OPEN, quiet(rule, seen));
      lifecycle.seenAgain(before, open, signal.time());
    } else {
      docket.put(seen);
      recovery.recovering(seen, calm.hold(), signal.time(), wall);
    }
  }

  private void resolvedBefore(
      AlertRule rule, Finding before, Finding seen, Story story, Instant at) {
    boolean already = rule.oncePerRelease() && isEnough(rule, before, at);
    if (already || !isEnough(rule, seen, at)) {
      docket.put(seen);
      return;
    }
    Past.Fix fix = lifecycle.fixOf(seen);
    if (fix != null && fix.release() != null && !story.knows(fix.release())) {
      lifecycle.seenUnderSameRelease(seen, at);
      return;
    }
    Instant told = Objects.requireNonNullElse(lifecycle.openedAt(seen), Instant.MIN);
    boolean sameRelease =
        story.releases().stream().noneMatch(release -> release.at().isAfter(told));
    if (rule.oncePerRelease() && sameRelease) {
      lifecycle.seenUnderSameRelease(seen, at);
    } else {
      lifecycle.reopen(seen, quiet(rule, seen), story, at);
    }
  }
}
