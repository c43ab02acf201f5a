package io.stormdrain.notifier.message;

import io.stormdrain.notifier.incident.Finding;
import io.stormdrain.notifier.incident.Incident;
import io.stormdrain.notifier.incident.IncidentState;
import io.stormdrain.notifier.incident.Suspect;
import io.stormdrain.notifier.incident.Titles;
import io.stormdrain.notifier.incident.Transition;
import io.stormdrain.notifier.store.IncidentView;
import io.stormdrain.notifier.threshold.AlertRule;
import io.stormdrain.notifier.threshold.Rulebook;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes a message of what is known of an incident. Pure. */
public final class Composer {

  private static final String OWN_TROUBLE = "receiver.failing";
  private static final int LONGEST_TITLE = 150;
  private static final int LONGEST_NAME = 100;
  private static final int LONGEST_REMARK = 200;
  private static final int MOST_EFFECTS = 8;
  private static final int MOST_HISTORY = 8;

  /** So many subjects a title names itself. */
  private static final int SUBJECTS_IN_TITLE = 6;

  private final Rulebook rules;
  private final Links links;

  /** With these rules' words. */
  public Composer(Rulebook rules, Links links) {
    this.rules = rules;
    this.links = links;
  }

  /** The message for an occasion; what happened after it is not in it. */
  public Message compose(IncidentView view, Occasion occasion) {
    Incident incident = view.incident();
    List<Transition> told =
        view.transitions().stream().filter(t -> t.seq() <= occasion.upTo()).toList();
    Transition latest = told.getLast();
    Finding lead = lead(view);
    List<Finding> others = view.findings().stream().filter(f -> !f.equals(lead)).toList();
    int place = view.findings().indexOf(lead);
    Steps steps =
        Steps.of(
            Stream.concat(Stream.of(lead), others.stream())
                .flatMap(f -> f.remediation().stream())
                .toList());
    Account account = new Account(told, incident.openedAt(), incident.process());
    return new Message(
        view.number(),
        incident.id(),
        occasion.notice(),
        latest.severity(),
        latest.to(),
        LogText.line(incident.title(), LONGEST_TITLE),
        account.of(occasion.notice()),
        occasion.remarks().stream().map(remark -> LogText.line(remark, LONGEST_REMARK)).toList(),
        where(incident),
        seen(view, lead, told),
        blame(incident.suspect(), occasion.lastGood()),
        titles(view.findings().subList(0, place), lead, incident.app()),
        titles(view.findings().subList(place + 1, view.findings().size()), lead, incident.app()),
        Proof.lines(lead, others),
        steps.steps(),
        listings(steps, lead, occasion.also()),
        account.history(MOST_HISTORY),
        shown(incident.acknowledgedBy()),
        links.incident(view.number()),
        page(lead),
        occasion.possibleRepeat());
  }

  /** All that has happened to an incident, a line for each transition. */
  public static List<Message.Entry> history(IncidentView view) {
    Incident incident = view.incident();
    return new Account(view.transitions(), incident.openedAt(), incident.process())
        .history(view.transitions().size());
  }

  /** The finding that an incident is named after. */
  public static Finding lead(IncidentView view) {
    Incident incident = view.incident();
    return view.findings().stream()
        .filter(f -> f.rule().equals(incident.type()) && f.key().equals(incident.key()))
        .findFirst()
        .orElseGet(() -> view.findings().getFirst());
  }

  private static Message.Where where(Incident incident) {
    return new Message.Where(
        LogText.line(incident.app(), LONGEST_NAME),
        shown(incident.environment()),
        shown(incident.process()),
        LogText.line(incident.platform(), LONGEST_NAME));
  }

  private static Message.Sighting seen(IncidentView view, Finding lead, List<Transition> told) {
    Instant last =
        view.findings().stream().map(Finding::lastSeen).max(Instant::compareTo).orElseThrow();
    Transition latest = told.getLast();
    Instant until =
        latest.to() != IncidentState.RESOLVED
            ? null
            : told.reversed().stream()
                .filter(t -> t.cause() != null)
                .map(Transition::at)
                .findFirst()
                .orElse(latest.at());
    return new Message.Sighting(
        view.incident().openedAt(), last, until, Math.max(1, lead.tally().total()));
  }

  private static Message.@Nullable Blame blame(
      @Nullable Suspect suspect, @Nullable String lastGood) {
    return suspect == null
        ? null
        : new Message.Blame(
            LogText.line(suspect.release(), LONGEST_NAME),
            suspect.at(),
            shown(suspect.what()),
            suspect.grade(),
            shown(lastGood));
  }

  /** What others say, without those that a stronger form of the same says better. */
  private List<String> titles(List<Finding> findings, Finding lead, String app) {
    List<Finding> stronger = new ArrayList<>(findings);
    stronger.add(lead);
    return findings.stream()
        .filter(finding -> stronger.stream().noneMatch(other -> saysBetter(other, finding)))
        .map(finding -> Titles.of(rules.inForce().find(finding.rule()), finding, app))
        .map(title -> LogText.line(title, LONGEST_TITLE))
        .distinct()
        .limit(MOST_EFFECTS)
        .toList();
  }

  private boolean saysBetter(Finding strong, Finding weak) {
    AlertRule better = rules.inForce().find(strong.rule());
    return better != null
        && better.supersedes().contains(weak.rule())
        && strong.key().equals(weak.key());
  }

  private static List<Listing> listings(Steps steps, Finding lead, List<String> also) {
    List<Listing> listings = new ArrayList<>(steps.listings());
    List<String> subjects = lead.subjects();
    if (listings.isEmpty() && subjects.size() > SUBJECTS_IN_TITLE) {
      listings.add(listing("All " + subjects.size() + " of them", subjects));
    }
    if (!also.isEmpty()) {
      listings.add(listing(also.size() + " more, told together with this one", also));
    }
    return listings;
  }

  private static Listing listing(String title, List<String> lines) {
    return new Listing(
        title, lines.stream().map(line -> LogText.line(line, LONGEST_TITLE)).toList());
  }

  /** None of a rule that is no more, and of Stormdrain's own trouble, which is in nobody's log. */
  private @Nullable URI page(Finding lead) {
    AlertRule rule = rules.inForce().find(lead.rule());
    return rule == null || rule.on().contains(OWN_TROUBLE) ? null : links.page(rule.label());
  }

  private static @Nullable String shown(@Nullable String name) {
    return name == null ? null : LogText.line(name, LONGEST_NAME);
  }
}
