package io.stormdrain.notifier.route;

import io.stormdrain.notifier.incident.Reason;
import io.stormdrain.notifier.incident.ResolveCause;
import io.stormdrain.notifier.incident.Transition;
import io.stormdrain.notifier.threshold.Severity;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who is told of what.
 *
 * @param root takes every incident
 * @param teams patterns of the names of their apps, by team; the first that fits counts, and before
 *     what a source says itself
 * @param restraint what keeps incidents from being told at once
 */
public record Routing(Route root, Map<String, List<String>> teams, Restraint restraint) {

  public Routing {
    Map<String, List<String>> copy = new LinkedHashMap<>();
    teams.forEach((team, apps) -> copy.put(team, List.copyOf(apps)));
    teams = Collections.unmodifiableMap(copy);
  }

  /** All are told of everything from a severity on. */
  public static Routing toAll(List<String> receivers, Severity minimum, Timing timing) {
    return new Routing(
        new Route(
            Matchers.ANY,
            receivers,
            minimum.worse(Severity.LOW),
            timing,
            Urging.NONE,
            false,
            List.of()),
        Map.of(),
        Restraint.USUAL);
  }

  /** Where an incident goes. */
  public List<Stop> stops(Subject subject) {
    return root.stops(subject, team(subject));
  }

  /** Receivers to which some route leads for an app, whatever is wrong with it. */
  public Set<String> reachable(String app, String environment, String platform, String team) {
    Subject any = new Subject(app, environment, platform, "", Set.of(), Severity.CRITICAL, team);
    Set<String> names = new LinkedHashSet<>();
    root.reach(any, team(any), names);
    return names;
  }

  /** Whose app it is that an incident is about; empty when nobody says so. */
  public String team(Subject subject) {
    return team(subject.app(), subject.team());
  }

  /**
   * Whose app it is; empty when nobody says so.
   *
   * @param said to whom it belongs as its source says; the file counts before that
   */
  public String team(String app, String said) {
    return teams.entrySet().stream()
        .filter(team -> team.getValue().stream().anyMatch(text -> Glob.of(text).isLike(app)))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(said);
  }

  /** All receivers that it names. */
  public List<String> receivers() {
    return routes().stream()
        .flatMap(route ->
            Stream.concat(
                route.receivers().stream(),
                route.urging().escalations().stream().flatMap(step -> step.receivers().stream())))
        .distinct()
        .toList();
  }

  private List<Route> routes() {
    List<Route> all = new ArrayList<>();
    List<Route> open = new ArrayList<>(List.of(root));
    while (!open.isEmpty()) {
      Route route = open.removeFirst();
      all.add(route);
      open.addAll(route.routes());
    }
    return all;
  }

  /** Why an incident is not told now; empty when it is. */
  public Optional<Hold> hold(Subject subject, Situation situation, Causes causes) {
    return restraint.hold(subject, situation, this, causes);
  }

  /**
   * Decides for one transition and one receiver.
   *
   * @param hold why the incident is not told now; null when it is
   */
  public Ruling rule(
      Transition transition, Subject subject, Candidate candidate, @Nullable Hold hold) {
    Stop stop =
        stops(subject).stream()
            .filter(one -> one.receiver().equals(candidate.receiver()))
            .findFirst()
            .orElse(null);
    Timing timing = stop == null ? root.timing() : stop.route().timing();
    Route route = stop == null ? null : stop.route();
    Decision decision = decide(transition, subject, candidate, route, hold);
    return decision == Decision.HELD && hold != null
        ? new Ruling(decision, timing, hold.bundle(), hold)
        : new Ruling(decision, timing, timing.bundle(subject, team(subject)), null);
  }

  private static Decision decide(
      Transition transition,
      Subject subject,
      Candidate candidate,
      @Nullable Route route,
      @Nullable Hold hold) {
    boolean edit = transition.reason().notice() == Reason.Notice.EDIT;
    if (edit && !candidate.edits()) {
      return Decision.CANNOT_EDIT;
    }
    return switch (candidate.knows()) {
      case TOLD -> told(transition, subject, candidate, hold);
      case HELD -> untold(transition, subject, route, hold);
      case NONE ->
          edit || transition.reason() == Reason.RESOLVED
              ? Decision.NEVER_TOLD
              : untold(transition, subject, route, hold);
    };
  }

  /** The end is told whatever holds: who was told of the beginning waits for it. */
  private static Decision told(
      Transition transition, Subject subject, Candidate candidate, @Nullable Hold hold) {
    if (subject.isVerdict()) {
      return ofVerdict(transition, candidate);
    }
    boolean calls = transition.reason().notice() == Reason.Notice.MESSAGE;
    if (hold == null || !calls || transition.reason() == Reason.RESOLVED) {
      return Decision.TOLD_BEFORE;
    }
    return candidate.edits() ? Decision.CHANGED_QUIETLY : Decision.HELD_BACK;
  }

  /** The last word changes the first one; that another release came is known by its own. */
  private static Decision ofVerdict(Transition transition, Candidate candidate) {
    if (candidate.edits()) {
      return Decision.CHANGED_QUIETLY;
    }
    return transition.cause() == ResolveCause.SUPERSEDED
        ? Decision.HELD_BACK
        : Decision.TOLD_BEFORE;
  }

  private static Decision untold(
      Transition transition, Subject subject, @Nullable Route route, @Nullable Hold hold) {
    if (route == null) {
      return Decision.NOT_ROUTED;
    }
    if (transition.severity() == Severity.INFO && !subject.isVerdict()) {
      return Decision.FOR_THE_RECORD;
    }
    if (route.minimum().isWorseThan(transition.severity().worse(Severity.LOW))) {
      return Decision.BELOW_MINIMUM;
    }
    return hold == null ? Decision.SEVERE_ENOUGH : Decision.HELD;
  }
}
