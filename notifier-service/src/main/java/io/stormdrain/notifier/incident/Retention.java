package io.stormdrain.notifier.incident;

import io.stormdrain.notifier.process.Story;
import io.stormdrain.notifier.threshold.AlertRule;
import io.stormdrain.notifier.threshold.AlertRules;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How long findings are kept at hand. Pure. */
final class Retention {

  /** A trouble that comes back within this time is the same incident. */
  static final Duration REOPEN_WITHIN = Duration.ofMinutes(30);

  /** One that somebody says is fixed is a regression when it comes back within this time. */
  static final Duration REGRESSES_WITHIN = Duration.ofDays(30);

  /** What was not enough within a day never becomes enough. */
  private static final Duration PENDING = Duration.ofDays(1);

  /** What is usual is learned over two weeks. */
  private static final Duration USUAL = Duration.ofDays(14);

  /** Pending findings of one app; beyond it those unseen for longest go. */
  private static final int MAX_PENDING = 300;

  private final AlertRules rules;

  Retention(AlertRules rules) {
    this.rules = rules;
  }

  /** Lets go of what nothing can come of any more. */
  void prune(Docket docket, Story story, Instant now) {
    for (Finding finding : docket.findings()) {
      boolean goes =
          switch (finding.state()) {
            case OPEN, RECOVERING -> false;
            case PENDING -> finding.lastSeen().plus(pending(finding)).isBefore(now);
            case RESOLVED -> isPast(finding, docket.find(finding.incident()), story, now);
          };
      if (goes && finding.state() == FindingState.RESOLVED && isRemembered(finding)) {
        // What is expected is waited for on, and what is usual is known: the next is a new
        // incident.
        docket.put(finding.in(FindingState.PENDING, null).due(FindingState.PENDING, finding.due()));
      } else if (goes) {
        docket.drop(finding);
      }
    }
    List<Finding> pending =
        docket.findings().stream().filter(f -> f.state() == FindingState.PENDING).toList();
    if (pending.size() > MAX_PENDING) {
      pending.stream()
          .sorted(Comparator.comparing(Finding::lastSeen))
          .limit(pending.size() - MAX_PENDING)
          .forEach(docket::drop);
    }
  }

  private static boolean isRemembered(Finding finding) {
    return finding.due() != null || finding.tally().flow().since() != null;
  }

  private static Duration pending(Finding finding) {
    return finding.tally().flow().since() == null ? PENDING : USUAL;
  }

  private boolean isPast(Finding finding, @Nullable Incident incident, Story story, Instant now) {
    if (incident == null || incident.resolvedAt() == null) {
      return incident == null;
    }
    AlertRule rule = rules.find(finding.rule());
    boolean sameRelease =
        story.releases().stream().noneMatch(r -> r.at().isAfter(incident.openedAt()));
    return !(rule != null && rule.oncePerRelease() && sameRelease)
        && now.isAfter(
            incident
                .resolvedAt()
                .plus(incident.past().fix() == null ? REOPEN_WITHIN : REGRESSES_WITHIN));
  }
}
