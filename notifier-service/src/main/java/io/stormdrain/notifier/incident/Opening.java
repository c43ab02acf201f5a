package io.stormdrain.notifier.incident;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.stormdrain.notifier.process.Story;
import io.stormdrain.notifier.threshold.AlertRule;
import io.stormdrain.notifier.threshold.AlertRules;
import io.stormdrain.notifier.threshold.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How a finding of which enough was seen comes into an incident: its own, or one it belongs to. */
final class Opening {

  /** What was seen this long before an effect, and explains it, belongs to it. */
  private static final Duration SAME_BOOT = Duration.ofMinutes(2);

  private final AlertRules rules;
  private final Docket docket;
  private final Chain chain;
  private final Register register;

  Opening(AlertRules rules, Docket docket, Register register) {
    this.rules = rules;
    this.docket = docket;
    this.chain = new Chain(rules);
    this.register = register;
  }

  /** The finding joins the incident it belongs to, or opens one. */
  void open(Finding finding, @Nullable Due due, Story story, Instant at) {
    if (isShadow(finding)) {
      docket.put(finding.due(FindingState.OPEN, due));
      docket.put(register.shadow(finding, at, null));
      return;
    }
    Incident home = supersede(finding);
    if (home != null) {
      join(home, finding, due, Chain.Link.EFFECT, at);
      return;
    }
    for (Incident incident : docket.incidents().reversed()) {
      if (incident.isLive()) {
        Chain.Link link = chain.link(finding, at, docket.members(incident.id()));
        if (link != Chain.Link.NONE) {
          join(incident, finding, due, link, at);
          return;
        }
      }
    }
    begin(finding, due, story, at);
  }

  private boolean isShadow(Finding finding) {
    AlertRule rule = rules.find(finding.rule());
    return rule != null && rule.shadow();
  }

  /**
   * What says less about the same thing need not be said any more.
   *
   * @return the live incident in which it was said, if any: that is where more is said now
   */
  private @Nullable Incident supersede(Finding finding) {
    Incident home = null;
    AlertRule rule = rules.find(finding.rule());
    for (String less : rule == null ? Set.<String>of() : rule.supersedes()) {
      Finding other = docket.find(new FindingId(less, finding.key()));
      if (other != null && other.state() == FindingState.PENDING) {
        docket.drop(other);
      } else if (other != null && other.isLive()) {
        docket.put(other.in(FindingState.RESOLVED, other.incident()));
        home = docket.find(other.incident());
      }
    }
    return home;
  }

  /** A finding that was over is back, enough of it to be told. */
  void reopen(Finding finding, @Nullable Due due, Story story, Instant at) {
    Incident incident = docket.find(finding.incident());
    if (incident == null) {
      open(finding, due, story, at);
      return;
    }
    if (incident.isLive()) {
      join(incident, finding, due, Chain.Link.EFFECT, at);
      return;
    }
    Past.Fix fix = incident.past().fix();
    Finding seen = fix == null ? finding : finding.atLeast(Severity.HIGH);
    docket.put(seen.in(FindingState.OPEN, incident.id()).due(FindingState.OPEN, due));
    Incident again = register.retold(incident);
    Incident back = again.with(again.past().back(at).fixed(null));
    if (fix == null) {
      register.enter(back, IncidentState.OPEN, Reason.REOPENED, register.title(finding), at);
    } else {
      register.enter(back, IncidentState.OPEN, Reason.REGRESSED, fix.inWords(), at);
    }
  }

  private void begin(Finding finding, @Nullable Due due, Story story, Instant at) {
    UUID id = id(docket.app().source(), finding, at);
    Suspect suspect = suspect(finding, story);
    docket.put(finding.in(FindingState.OPEN, id).due(FindingState.OPEN, due));
    pullCauses(finding, id);
    Incident blank =
        new Incident(
            id,
            docket.app(),
            new Incident.Trouble(
                finding.rule(), finding.key(), "", finding.process(), finding.severity()),
            Incident.Standing.begun(at),
            finding.firstSeen(),
            suspect,
            null,
            Past.NONE);
    Incident incident = register.retold(blank);
    register.enter(incident, null, IncidentState.OPEN, Reason.OPENED, incident.title(), at);
  }

  /** What is only for the record, as the release itself, blames nobody. */
  private static @Nullable Suspect suspect(Finding finding, Story story) {
    return finding.severity() == Severity.INFO
        ? null
        : Suspect.of(story.releaseAt(finding.firstSeen()), finding.firstSeen());
  }

  /** Pending findings that explain the new one were seen just before: they are its causes. */
  private void pullCauses(Finding effect, UUID incident) {
    for (Finding pending : docket.findings()) {
      if (pending.state() == FindingState.PENDING
          && isTroubleByItself(pending)
          && chain.mayExplain(pending, effect, SAME_BOOT)) {
        docket.put(pending.in(FindingState.OPEN, incident));
      }
    }
  }

  private boolean isTroubleByItself(Finding pending) {
    AlertRule rule = rules.find(pending.rule());
    return rule != null && !rule.shadow() && !rule.opens().definesClass();
  }

  private void join(
      Incident incident, Finding finding, @Nullable Due due, Chain.Link link, Instant at) {
    docket.put(finding.in(FindingState.OPEN, incident.id()).due(FindingState.OPEN, due));
    Incident relapsed = register.relapse(incident, at);
    Severity before = relapsed.severity();
    Incident told = register.retold(relapsed);
    if (link == Chain.Link.CAUSE) {
      register.note(told, Reason.CAUSE_FOUND, register.title(finding), at);
    } else {
      register.note(told, Reason.EFFECT_SEEN, register.title(finding), at);
    }
    register.raiseFrom(before, Objects.requireNonNull(docket.find(told.id())), at);
  }

  /** The same trouble, read again from the same lines, is the same incident. */
  private static UUID id(String source, Finding finding, Instant at) {
    String name = String.join("\n", source, finding.rule(), finding.key(), at.toString());
    return UUID.nameUUIDFromBytes(name.getBytes(UTF_8));
  }
}
