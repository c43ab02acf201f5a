package io.stormdrain.notifier.route;

import io.stormdrain.notifier.threshold.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A node of the routing tree. What a route does not say itself is as with the one above it; that is
 * settled when it is made.
 *
 * @param receivers who is told, when no route below takes it
 * @param minimum severity from which on they are told
 * @param urging what is done about incidents that nobody looks after
 * @param goesOn whether the routes beside it are asked too, after it has taken an incident
 * @param routes below it, asked in their order
 */
public record Route(
    Matchers matchers,
    List<String> receivers,
    Severity minimum,
    Timing timing,
    Urging urging,
    boolean goesOn,
    List<Route> routes) {

  public Route {
    receivers = List.copyOf(receivers);
    routes = List.copyOf(routes);
    if (minimum == Severity.INFO) {
      throw new IllegalArgumentException("info is for the record and never told; low is the least");
    }
  }

  /** Who is told of an incident that has come to this route, each once. */
  List<Stop> stops(Subject subject, String team) {
    List<Stop> stops = new ArrayList<>();
    walk(subject, team, stops);
    return stops;
  }

  /** Who can be told of some incident of an app, whatever it is about. */
  void reach(Subject app, String team, Set<String> names) {
    if (matchers.canMatch(app, team)) {
      names.addAll(receivers);
      routes.forEach(route -> route.reach(app, team, names));
    }
  }

  private void walk(Subject subject, String team, List<Stop> stops) {
    boolean taken = false;
    for (Route route : routes) {
      if (route.matchers.match(subject, team)) {
        route.walk(subject, team, stops);
        taken = true;
        if (!route.goesOn) {
          break;
        }
      }
    }
    if (!taken) {
      for (String receiver : receivers) {
        if (stops.stream().noneMatch(stop -> stop.receiver().equals(receiver))) {
          stops.add(new Stop(receiver, this));
        }
      }
    }
  }
}
