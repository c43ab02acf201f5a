package io.stormdrain.notifier.console;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.stormdrain.notifier.api.Words;
import io.stormdrain.notifier.delivery.DeliveryReader;
import io.stormdrain.notifier.delivery.DeliveryView;
import io.stormdrain.notifier.incident.Finding;
import io.stormdrain.notifier.incident.Incident;
import io.stormdrain.notifier.incident.IncidentState;
import io.stormdrain.notifier.incident.Reason;
import io.stormdrain.notifier.incident.Titles;
import io.stormdrain.notifier.incident.Transition;
import io.stormdrain.notifier.message.Composer;
import io.stormdrain.notifier.message.InWords;
import io.stormdrain.notifier.message.LogText;
import io.stormdrain.notifier.message.Message;
import io.stormdrain.notifier.message.Notice;
import io.stormdrain.notifier.message.Occasion;
import io.stormdrain.notifier.signal.Evidence;
import io.stormdrain.notifier.store.IncidentReader;
import io.stormdrain.notifier.store.IncidentView;
import io.stormdrain.notifier.store.Kin;
import io.stormdrain.notifier.store.Members;
import io.stormdrain.notifier.threshold.Rulebook;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the page of an incident of what is known of it. */
@Singleton
class IncidentSheets {

  private static final int LONGEST_TITLE = 200;
  private static final int LONGEST_LINE = 2_000;

  private static final int MOST_MEMBERS = 500;

  /** So many subjects a title names itself. */
  private static final int SUBJECTS_IN_TITLE = 6;

  private final Composer composer;
  private final Rulebook rules;
  private final IncidentReader incidents;
  private final DeliveryReader deliveries;
  private final Members members;

  IncidentSheets(
      Composer composer,
      Rulebook rules,
      IncidentReader incidents,
      DeliveryReader deliveries,
      Members members) {
    this.members = members;
    this.composer = composer;
    this.rules = rules;
    this.incidents = incidents;
    this.deliveries = deliveries;
  }

  IncidentSheet read(IncidentView view, Instant now) {
    return QuarkusTransaction.requiringNew().call(() -> sheet(view, now));
  }

  private IncidentSheet sheet(IncidentView view, Instant now) {
    Incident incident = view.incident();
    Message message =
        composer.compose(
            view,
            new Occasion(Notice.UPDATED, incident.seq(), incidents.releaseBefore(incident), false));
    List<DeliveryView> told = deliveries.ofIncident(incident.id());
    Course course = new Course(view, now);
    Kin kin = members.kin(incident.id(), MOST_MEMBERS);
    return new IncidentSheet(
        message.label(),
        LogText.line(incident.title(), LONGEST_TITLE),
        incident.severity().word(),
        Words.of(incident.state()),
        standing(incident),
        message.where().text(),
        Href.app(incident.app(), incident.environment()),
        Href.silence(incident.app(), incident.type()),
        InWords.times(message.seen().count()),
        new Moment(message.seen().since()),
        new Moment(message.seen().last()),
        Moment.of(incident.resolvedAt()),
        message.acknowledgedBy(),
        accused(message),
        message.steps(),
        message.listings(),
        findings(view),
        Figure.of(course.counts()),
        course.stretches(),
        history(view),
        told.stream().map(delivery -> Ledger.row(delivery, message.label())).toList(),
        kin.storm() == null ? null : Message.label(kin.storm()),
        new Cards(incidents, kin.members()).of(kin.members()));
  }

  private static IncidentSheet.@Nullable Accused accused(Message message) {
    Message.Blame blame = message.suspect();
    String words = message.suspicion();
    return blame == null || words == null
        ? null
        : new IncidentSheet.Accused(
            blame.release(),
            InWords.sentence(words),
            new Moment(blame.at()),
            blame.what(),
            blame.lastGood());
  }

  /** A state in a word. */
  static String state(IncidentState state) {
    return Words.of(state);
  }

  private static String standing(Incident incident) {
    return switch (incident.state()) {
      case OPEN -> incident.past().flapping() ? "open, comes and goes" : "open";
      case ACKNOWLEDGED -> "acknowledged";
      case RECOVERING -> "recovering";
      case RESOLVED -> "resolved: " + Words.ofNullable(incident.cause());
    };
  }

  private List<IncidentSheet.Found> findings(IncidentView view) {
    int lead = view.findings().indexOf(Composer.lead(view));
    List<IncidentSheet.Found> all = new ArrayList<>();
    for (int at = 0; at < view.findings().size(); at++) {
      String place = at < lead ? "Before it" : at == lead ? "The trouble" : "Followed by";
      all.add(found(view.findings().get(at), place, view));
    }
    return all;
  }

  private IncidentSheet.Found found(Finding finding, String place, IncidentView view) {
    List<String> subjects = finding.subjects();
    return new IncidentSheet.Found(
        place,
        LogText.line(
            Titles.of(rules.inForce().find(finding.rule()), finding, view.incident().app()),
            LONGEST_TITLE),
        finding.rule(),
        finding.severity().word(),
        Words.of(finding.state()),
        InWords.times(finding.tally().total()),
        Shown.text(finding.process()),
        Shown.text(finding.release()),
        new Moment(finding.firstSeen()),
        new Moment(finding.lastSeen()),
        subjects.size() <= SUBJECTS_IN_TITLE
            ? List.of()
            : subjects.stream().map(LogText::line).toList(),
        lines(view, finding.firstEvidence()),
        lines(view, finding.lastEvidence()));
  }

  private static List<IncidentSheet.Witness> lines(IncidentView view, List<Evidence> evidence) {
    return evidence.stream()
        .map(line ->
            new IncidentSheet.Witness(
                LogText.line(line.line(), LONGEST_LINE),
                "/incidents/%s/evidence/%d/%d"
                    .formatted(Message.label(view.number()), line.partition(), line.offset())))
        .filter(line -> !line.text().isEmpty())
        .toList();
  }

  private static List<IncidentSheet.Happened> history(IncidentView view) {
    List<Message.Entry> words = Composer.history(view);
    List<IncidentSheet.Happened> all = new ArrayList<>();
    for (int at = 0; at < words.size(); at++) {
      Transition transition = view.transitions().get(at);
      String text = note(transition);
      all.add(
          new IncidentSheet.Happened(
              new Moment(transition.at()),
              kind(transition),
              text == null ? InWords.sentence(words.get(at).text()) : text));
    }
    return all;
  }

  /** A note is shown whole, however long; null where it is none. */
  private static @Nullable String note(Transition transition) {
    return transition.reason() == Reason.NOTED && transition.actor() != null
        ? LogText.line(transition.actor() + " noted: " + transition.detail())
        : null;
  }

  private static String kind(Transition transition) {
    if (transition.to() == IncidentState.RESOLVED) {
      return "over";
    }
    return switch (transition.reason()) {
      case OPENED, RAISED, REOPENED, REGRESSED, FLAPPING, RELAPSED -> transition.severity().word();
      case ACKNOWLEDGED, NOTED -> "person";
      case RECOVERING, RESOLVED -> "over";
      case CAUSE_FOUND, EFFECT_SEEN, SUBJECT_ADDED, COUNT_GREW, SEEN_AGAIN -> "more";
    };
  }
}
