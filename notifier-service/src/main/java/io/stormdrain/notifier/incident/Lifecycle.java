package io.stormdrain.notifier.incident;

import io.stormdrain.notifier.process.Story;
import io.stormdrain.notifier.threshold.AlertRule;
import io.stormdrain.notifier.threshold.AlertRules;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happens to incidents when findings open, are seen again, recover and come back.
 *
 * <pre>
 *   (pending) --opened--> OPEN &lt;--relapsed-- RECOVERING --held--> RESOLVED
 *                          | ^                   ^                   |
 *                          | +----reopened-------|-------------------+
 *                          +--sign of recovery---+
 *                          +--acknowledged--> ACKNOWLEDGED (goes on like OPEN)
 * </pre>
 */
final class Lifecycle {

  private static final int MAX_SUBJECT_NOTES = 20;
  private static final Duration CALM_AFTER_FLAPPING = Duration.ofHours(1);

  private final AlertRules rules;
  private final Docket docket;
  private final Register register;
  private final Opening opening;

  Lifecycle(AlertRules rules, Docket docket) {
    this.rules = rules;
    this.docket = docket;
    this.register = new Register(rules, docket);
    this.opening = new Opening(rules, docket, register);
  }

  /** Enough was seen. */
  void open(Finding finding, @Nullable Due due, Story story, Instant at) {
    opening.open(finding, due, story, at);
  }

  /** A resolved finding is back, enough of it to be told. */
  void reopen(Finding finding, @Nullable Due due, Story story, Instant at) {
    opening.reopen(finding, due, story, at);
  }

  /** A finding that is open was seen again. */
  void seenAgain(Finding before, Finding after, Instant at) {
    docket.put(after);
    Incident known = docket.find(after.incident());
    if (known == null) {
      return;
    }
    Incident incident = register.retold(register.relapse(known, at));
    docket.put(incident);
    List<String> subjects = after.subjects();
    if (incident.severity().isWorseThan(known.severity())) {
      register.raiseFrom(known.severity(), incident, at);
    } else if (subjects.size() > before.subjects().size() && subjects.size() <= MAX_SUBJECT_NOTES) {
      register.note(incident, Reason.SUBJECT_ADDED, subjects.getLast(), at);
    } else if (isRound(after.tally().total())) {
      String detail = after.rule() + ": " + after.tally().total() + " times";
      register.note(incident, Reason.COUNT_GREW, detail, at);
    }
  }

  /** A sign of recovery came; the incident recovers with its leading finding. */
  void recovering(Finding finding, Instant at) {
    docket.put(finding);
    Incident incident = docket.find(finding.incident());
    if (incident != null
        && leads(incident, finding)
        && incident.state() != IncidentState.RECOVERING) {
      register.enter(incident, IncidentState.RECOVERING, Reason.RECOVERING, "", at);
    }
  }

  /** The finding is over, and with the leading one all that followed from it. */
  void resolve(Finding finding, ResolveCause cause, Instant at) {
    Incident incident = docket.find(finding.incident());
    if (incident != null && incident.isLive() && flaps(incident, finding, cause, at)) {
      return;
    }
    docket.put(over(finding));
    if (incident == null && finding.state() != FindingState.PENDING) {
      docket.put(register.shadow(finding, finding.firstSeen(), at));
    }
    if (incident == null || !incident.isLive()) {
      return;
    }
    List<Finding> members = docket.members(incident.id());
    if (leads(incident, finding) || members.stream().noneMatch(Finding::isLive)) {
      close(incident, members, cause, at);
    }
  }

  /** What comes and goes has to stay away for an hour before its end is told. */
  private boolean flaps(Incident incident, Finding finding, ResolveCause cause, Instant at) {
    Instant calm = finding.lastSeen().plus(CALM_AFTER_FLAPPING);
    boolean comesAndGoes = incident.past().flapping() || incident.past().endsTooOften(at);
    if (!comesAndGoes || !leads(incident, finding) || !at.isBefore(calm)) {
      return false;
    }
    Due.Then then = cause == ResolveCause.QUIET ? Due.Then.QUIET : Due.Then.RECOVERED;
    Due now = finding.due();
    Instant wall =
        now == null || now.wall() == null
            ? null
            : now.wall().plus(Duration.between(now.at(), calm));
    docket.put(finding.due(finding.state(), new Due(calm, wall, then)));
    if (!incident.past().flapping()) {
      register.note(
          incident.with(incident.past().flaps()),
          Reason.FLAPPING,
          incident.past().ends().size() + 1 + " times within half an hour",
          at);
    }
    return true;
  }

  private void close(Incident incident, List<Finding> members, ResolveCause cause, Instant at) {
    overWith(members);
    docket.put(
        incident,
        new Transition(
            incident.id(),
            incident.seq() + 1,
            at,
            incident.state(),
            IncidentState.RESOLVED,
            Reason.RESOLVED,
            cause,
            incident.severity(),
            "",
            null));
  }

  /** Nothing of it is open any more. */
  void overWith(List<Finding> members) {
    members.stream().filter(Finding::isLive).map(this::over).forEach(docket::put);
  }

  /** What is counted per start goes on until the next start; all else begins anew. */
  private Finding over(Finding finding) {
    Finding resolved = finding.in(FindingState.RESOLVED, finding.incident());
    AlertRule rule = rules.find(finding.rule());
    return rule == null || rule.resetOn().isEmpty() ? resolved.reset() : resolved;
  }

  /** A resolved finding is back under the release that it was told for: that is known. */
  void seenUnderSameRelease(Finding finding, Instant at) {
    docket.put(finding);
    Incident incident = docket.find(finding.incident());
    if (incident != null) {
      register.note(incident, Reason.SEEN_AGAIN, register.title(finding), at);
    }
  }

  /**
   * When the incident that the finding belongs to was opened; null when it is not known any more.
   */
  @Nullable Instant openedAt(Finding finding) {
    Incident incident = docket.find(finding.incident());
    return incident == null ? null : incident.openedAt();
  }

  /** What somebody said about a fix of the trouble, null when nobody did. */
  Past.@Nullable Fix fixOf(Finding finding) {
    Incident incident = docket.find(finding.incident());
    return incident == null ? null : incident.past().fix();
  }

  private static boolean leads(Incident incident, Finding finding) {
    return incident.type().equals(finding.rule()) && incident.key().equals(finding.key());
  }

  /** 10, 100, 1,000, ...: often enough to tell how it grows, seldom enough to be read. */
  private static boolean isRound(long count) {
    long round = 10;
    while (round < count) {
      round *= 10;
    }
    return round == count;
  }
}
