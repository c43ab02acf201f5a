package io.stormdrain.notifier.delivery;

import io.stormdrain.notifier.incident.IncidentState;
import io.stormdrain.notifier.incident.Reason;
import io.stormdrain.notifier.incident.Transition;
import io.stormdrain.notifier.route.Candidate;
import io.stormdrain.notifier.route.Hold;
import io.stormdrain.notifier.route.Knowledge;
import io.stormdrain.notifier.route.Routing;
import io.stormdrain.notifier.route.Ruling;
import io.stormdrain.notifier.route.Situation;
import io.stormdrain.notifier.route.Stop;
import io.stormdrain.notifier.route.Subject;
import io.stormdrain.notifier.route.Urging;
import io.stormdrain.notifier.silence.Silences;
import io.stormdrain.notifier.threshold.Rulebook;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Says who would be told of an incident that began at a time, and why, with the routes and silences
 * that are in force; other incidents are left out. In its caller's transaction.
 */
@Singleton
public class Rehearsal {

  /**
   * What would be decided for a receiver.
   *
   * @param route what the route that leads there matches; null when none does
   * @param urging what would follow if nobody looked after it; null when nothing leads there
   */
  public record Part(
      String receiver, Ruling ruling, @Nullable String route, @Nullable Urging urging) {}

  private final Receivers receivers;
  private final Silences silences;
  private final Rulebook rules;

  Rehearsal(Receivers receivers, Silences silences, Rulebook rules) {
    this.receivers = receivers;
    this.silences = silences;
    this.rules = rules;
  }

  /** Whose app it is; empty when nobody says so. */
  public String team(Subject subject) {
    return receivers.plan().routing().team(subject);
  }

  /** Goes through it for every receiver. */
  public List<Part> of(Subject subject, Instant at) {
    Plan plan = receivers.plan();
    Routing routing = plan.routing();
    Hold hold =
        routing
            .hold(subject, situation(subject, routing, at), rules.inForce()::explains)
            .orElse(null);
    List<Stop> stops = routing.stops(subject);
    return plan.receivers().stream()
        .map(one -> part(one, subject, routing, stops, hold, at))
        .toList();
  }

  private static Part part(
      Receiver receiver,
      Subject subject,
      Routing routing,
      List<Stop> stops,
      @Nullable Hold hold,
      Instant at) {
    Candidate candidate = new Candidate(receiver.name(), receiver.edits(), Knowledge.NONE);
    Stop stop =
        stops.stream().filter(s -> s.receiver().equals(receiver.name())).findFirst().orElse(null);
    return new Part(
        receiver.name(),
        routing.rule(opened(subject, at), subject, candidate, hold),
        stop == null ? null : stop.route().matchers().text(),
        stop == null ? null : stop.route().urging());
  }

  private Situation situation(Subject subject, Routing routing, Instant at) {
    Situation.Silenced silenced =
        silences.active(at).stream()
            .filter(one -> one.matchers().match(subject, routing.team(subject)))
            .findFirst()
            .map(one -> new Situation.Silenced(one.look(at, at), one.text()))
            .orElse(null);
    return new Situation(at, at, List.of(), 1, null, silenced);
  }

  private static Transition opened(Subject subject, Instant at) {
    return new Transition(
        new UUID(0, 0),
        1,
        at,
        null,
        IncidentState.OPEN,
        Reason.OPENED,
        null,
        subject.severity(),
        "",
        null);
  }
}
