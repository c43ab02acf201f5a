package io.stormdrain.notifier.incident;

import io.stormdrain.notifier.process.Story;
import io.stormdrain.notifier.threshold.AlertRule;
import io.stormdrain.notifier.threshold.AlertRules;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
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
    docket.put(over(finding));
    Incident incident = docket.find(finding.incident());
    if (incident == null || !incident.isLive()) {
      return;
    }
    List<Finding> members = docket.members(incident.id());
    if (leads(incident, finding) || members.stream().noneMatch(Finding::isLive)) {
      close(incident, members, cause, at);
    }
  }

  private void close(Incident incident, List<Finding> members, ResolveCause cause, Instant at) {
    for (Finding member : members) {
      if (member.isLive()) {
        docket.put(over(member));
      }
    }
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

  /** Somebody looks after the incident; says whether there was anything to acknowledge. */
  boolean acknowledge(UUID id, String by, Instant at) {
    Incident incident = docket.find(id);
    if (incident == null || !incident.isLive() || incident.acknowledgedBy() != null) {
      return false;
    }
    IncidentState to =
        incident.state() == IncidentState.OPEN ? IncidentState.ACKNOWLEDGED : incident.state();
    docket.put(
        incident,
        new Transition(
            id,
            incident.seq() + 1,
            at,
            incident.state(),
            to,
            Reason.ACKNOWLEDGED,
            null,
            incident.severity(),
            "",
            by));
    return true;
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
