package io.stormdrain.notifier.delivery;

import io.stormdrain.notifier.incident.Incident;
import io.stormdrain.notifier.incident.Reason;
import io.stormdrain.notifier.incident.Transition;
import io.stormdrain.notifier.message.Message;
import io.stormdrain.notifier.route.Candidate;
import io.stormdrain.notifier.route.Decision;
import io.stormdrain.notifier.route.Hold;
import io.stormdrain.notifier.route.Knowledge;
import io.stormdrain.notifier.route.Routing;
import io.stormdrain.notifier.route.Ruling;
import io.stormdrain.notifier.route.Situation;
import io.stormdrain.notifier.route.Subject;
import io.stormdrain.notifier.store.AppReader;
import io.stormdrain.notifier.store.IncidentReader;
import io.stormdrain.notifier.store.Members;
import io.stormdrain.notifier.store.NumberedIncident;
import io.stormdrain.notifier.threshold.AlertRule;
import io.stormdrain.notifier.threshold.Rulebook;
import io.stormdrain.notifier.threshold.Severity;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Asks the routes who is told, and tells them what else is going on. In its caller's transaction.
 */
@Singleton
class Rulings {

  private static final int MOST_LIVE = 500;

  private final Rulebook rules;
  private final IncidentReader incidents;
  private final AppReader apps;
  private final Members members;
  private final Quieting quieting;

  Rulings(
      Rulebook rules,
      IncidentReader incidents,
      AppReader apps,
      Members members,
      Quieting quieting) {
    this.apps = apps;
    this.members = members;
    this.rules = rules;
    this.incidents = incidents;
    this.quieting = quieting;
  }

  /**
   * What is decided for each receiver.
   *
   * @param known what receivers know of the incident
   */
  Map<String, Ruling> rule(
      Plan plan,
      Transition transition,
      Incident incident,
      Map<String, Knowledge> known,
      Instant now) {
    Subject subject = subject(incident, transition.severity());
    Hold hold =
        calls(transition, known)
            ? hold(plan.routing(), incident, transition.severity(), now, now).orElse(null)
            : null;
    Map<String, Ruling> rulings = new LinkedHashMap<>();
    for (Receiver receiver : plan.receivers()) {
      Candidate candidate =
          new Candidate(
              receiver.name(),
              receiver.edits(),
              known.getOrDefault(receiver.name(), Knowledge.NONE));
      Ruling ruling = plan.routing().rule(transition, subject, candidate, hold);
      rulings.put(
          receiver.name(),
          OwnTrouble.isOf(receiver, incident) ? ruling.with(Decision.ITS_OWN_TROUBLE) : ruling);
    }
    return rulings;
  }

  /**
   * Why an incident is not told now; empty when it is.
   *
   * @param since when it was first held back
   */
  Optional<Hold> hold(
      Routing routing, Incident incident, Severity severity, Instant since, Instant now) {
    Subject subject = subject(incident, severity);
    Situation situation =
        new Situation(
            now,
            since,
            live(routing, incident),
            incidents.begun(incident.source(), now.minus(routing.restraint().storm().within())),
            members.shelter(incident.id()).map(Message::label).orElse(null),
            quieting.silence(subject, routing.team(subject), incident, now).orElse(null));
    return routing.hold(subject, situation, rules.inForce()::explains);
  }

  /** What routes look at of an incident. */
  Subject subject(Incident incident, Severity severity) {
    return subject(incident, severity, apps.teams(List.of(incident.source())));
  }

  private Subject subject(Incident incident, Severity severity, Map<String, String> teams) {
    @Nullable AlertRule rule = rules.inForce().find(incident.type());
    return Subject.of(
        incident, rule == null ? null : rule.label(), severity, teams.get(incident.source()));
  }

  /** The rest needs no look around: it changes messages, or ends what was told. */
  private static boolean calls(Transition transition, Map<String, Knowledge> known) {
    return known.containsValue(Knowledge.HELD)
        || (transition.reason().notice() == Reason.Notice.MESSAGE
            && transition.reason() != Reason.RESOLVED);
  }

  private List<Situation.Live> live(Routing routing, Incident incident) {
    String source = routing.restraint().inhibitions().isEmpty() ? incident.source() : null;
    List<NumberedIncident> live = incidents.live(source, MOST_LIVE);
    Map<String, String> teams =
        apps.teams(live.stream().map(other -> other.incident().source()).distinct().toList());
    return live.stream()
        .filter(other -> !other.incident().id().equals(incident.id()))
        .map(other ->
            new Situation.Live(
                Message.label(other.number()),
                subject(other.incident(), other.incident().severity(), teams)))
        .toList();
  }
}
