package io.stormdrain.notifier.route;

import io.stormdrain.notifier.incident.Reason;
import io.stormdrain.notifier.incident.Transition;
import io.stormdrain.notifier.threshold.Severity;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who is told of what.
 *
 * @param root takes every incident
 * @param teams patterns of the names of their apps, by team; the first that fits counts
 */
public record Routing(Route root, Map<String, List<String>> teams) {

  public Routing {
    Map<String, List<String>> copy = new LinkedHashMap<>();
    teams.forEach((team, apps) -> copy.put(team, List.copyOf(apps)));
    teams = Collections.unmodifiableMap(copy);
  }

  /** All are told of everything from a severity on. */
  public static Routing toAll(List<String> receivers, Severity minimum, Timing timing) {
    return new Routing(
        new Route(Matchers.ANY, receivers, minimum.worse(Severity.LOW), timing, false, List.of()),
        Map.of());
  }

  /** Where an incident goes. */
  public List<Stop> stops(Subject subject) {
    return root.stops(subject, team(subject.app()));
  }

  /** Whose app it is; empty when nobody says so. */
  public String team(String app) {
    return teams.entrySet().stream()
        .filter(team -> team.getValue().stream().anyMatch(text -> Glob.of(text).isLike(app)))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse("");
  }

  /** All receivers that it names. */
  public List<String> receivers() {
    List<String> names = new ArrayList<>();
    List<Route> open = new ArrayList<>(List.of(root));
    while (!open.isEmpty()) {
      Route route = open.removeFirst();
      names.addAll(route.receivers());
      open.addAll(route.routes());
    }
    return names.stream().distinct().toList();
  }

  /** Decides for one transition and one receiver. */
  public Ruling rule(Transition transition, Subject subject, Candidate candidate) {
    Stop stop =
        stops(subject).stream()
            .filter(one -> one.receiver().equals(candidate.receiver()))
            .findFirst()
            .orElse(null);
    Timing timing = stop == null ? root.timing() : stop.route().timing();
    return new Ruling(decide(transition, candidate, stop == null ? null : stop.route()), timing);
  }

  private static Decision decide(
      Transition transition, Candidate candidate, @Nullable Route route) {
    boolean edit = transition.reason().notice() == Reason.Notice.EDIT;
    if (edit && !candidate.edits()) {
      return Decision.CANNOT_EDIT;
    }
    if (candidate.involved()) {
      return Decision.TOLD_BEFORE;
    }
    if (edit || transition.reason() == Reason.RESOLVED) {
      return Decision.NEVER_TOLD;
    }
    if (route == null) {
      return Decision.NOT_ROUTED;
    }
    if (transition.severity() == Severity.INFO) {
      return Decision.FOR_THE_RECORD;
    }
    return route.minimum().isWorseThan(transition.severity())
        ? Decision.BELOW_MINIMUM
        : Decision.SEVERE_ENOUGH;
  }
}
