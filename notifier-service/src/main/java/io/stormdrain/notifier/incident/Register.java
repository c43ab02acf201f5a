package io.stormdrain.notifier.incident;

import io.stormdrain.notifier.threshold.AlertRules;
import io.stormdrain.notifier.threshold.Severity;
import io.stormdrain.notifier.threshold.Stage;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Enters changes of incidents into the docket: numbered, with the reason, in today's words. */
final class Register {

  private final AlertRules rules;
  private final Docket docket;
  private final Chain chain;

  Register(AlertRules rules, Docket docket) {
    this.rules = rules;
    this.docket = docket;
    this.chain = new Chain(rules);
  }

  /** Enters a change from the incident's own state. */
  void enter(Incident incident, IncidentState to, Reason reason, String detail, Instant at) {
    enter(incident, incident.state(), to, reason, detail, at);
  }

  /** Enters a change. */
  void enter(
      Incident incident,
      @Nullable IncidentState from,
      IncidentState to,
      Reason reason,
      String detail,
      Instant at) {
    docket.put(
        incident,
        new Transition(
            incident.id(),
            incident.seq() + 1,
            at,
            from,
            to,
            reason,
            null,
            incident.severity(),
            detail,
            null));
  }

  /** Enters something that is good to know and changes no state. */
  void note(Incident incident, Reason reason, String detail, Instant at) {
    enter(incident, incident.state(), reason, detail, at);
  }

  /** Enters that it has become worse, if it has. */
  void raiseFrom(Severity before, Incident incident, Instant at) {
    if (incident.severity().isWorseThan(before)) {
      note(incident, Reason.RAISED, before.word() + " -> " + incident.severity().word(), at);
    }
  }

  /** Something bad was seen while it recovered: it has not. */
  Incident relapse(Incident incident, Instant at) {
    if (incident.state() != IncidentState.RECOVERING) {
      return incident;
    }
    for (Finding member : docket.members(incident.id())) {
      if (member.state() == FindingState.RECOVERING) {
        docket.put(member.due(FindingState.OPEN, null));
      }
    }
    IncidentState back =
        incident.acknowledgedBy() == null ? IncidentState.OPEN : IncidentState.ACKNOWLEDGED;
    enter(incident, back, Reason.RELAPSED, "", at);
    return Objects.requireNonNull(docket.find(incident.id()));
  }

  /** The incident as its members tell it now: who leads, how bad, in what words. */
  Incident retold(Incident incident) {
    List<Finding> members = docket.members(incident.id());
    List<Finding> live = members.stream().filter(Finding::isLive).toList();
    Finding lead = chain.lead(live.isEmpty() ? members : live);
    Severity worst =
        members.stream()
            .filter(member -> !isNotice(member))
            .map(Finding::severity)
            .reduce(lead.severity(), Severity::worse);
    return incident.about(
        new Incident.Trouble(lead.rule(), lead.key(), title(lead), lead.process(), worst));
  }

  /** What would be told of the finding, were its rule not in shadow. */
  Shadow shadow(Finding finding, Instant at, @Nullable Instant over) {
    return new Shadow(
        FindingId.of(finding), title(finding), finding.severity(), finding.process(), at, over);
  }

  /** What the finding says, in one line. */
  String title(Finding finding) {
    return Titles.of(rules.find(finding.rule()), finding, docket.app().name());
  }

  private boolean isNotice(Finding finding) {
    return FindingOrder.stage(rules, finding) == Stage.NOTICE;
  }
}
