package io.stormdrain.notifier.route;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What keeps incidents from being told at once. Beside what the routing file says, an incident of
 * an app waits a while when another of the same app, at least as severe, is known to bring it
 * about.
 *
 * @param quiet times
 * @param inhibitions between incidents
 */
public record Restraint(List<Quiet> quiet, List<Inhibition> inhibitions, Storm storm) {

  /** What holds unless the routing file says otherwise. */
  public static final Restraint USUAL = new Restraint(List.of(), List.of(), Storm.USUAL);

  /** An effect whose cause is known waits so long for what becomes of the two. */
  static final Duration CAUSAL = Duration.ofMinutes(5);

  /** What holds by something without an end of its own is looked at again so often. */
  public static final Duration LOOK = Duration.ofSeconds(30);

  public Restraint {
    quiet = List.copyOf(quiet);
    inhibitions = List.copyOf(inhibitions);
  }

  /** Why it is not told now; empty when it is. The strongest reason first. */
  Optional<Hold> hold(Subject subject, Situation situation, Routing routing, Causes causes) {
    return Stream.of(
            silenced(situation),
            sheltered(situation),
            explained(subject, situation, routing, causes),
            quiet(subject, situation.now(), routing.team(subject)),
            storm(subject, situation))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<Hold> silenced(Situation situation) {
    return Optional.ofNullable(situation.silence())
        .map(silence -> new Hold(Hold.By.SILENCE, silence.until(), silence.why(), ""));
  }

  private static Optional<Hold> sheltered(Situation situation) {
    return Optional.ofNullable(situation.storm())
        .map(storm -> Hold.byStorm(storm, situation.now()));
  }

  private Optional<Hold> explained(
      Subject subject, Situation situation, Routing routing, Causes causes) {
    for (Situation.Live other : situation.live()) {
      Optional<Duration> atMost =
          inhibitions.stream()
              .filter(one -> one.applies(other.subject(), subject, routing))
              .map(Inhibition::atMost)
              .findFirst()
              .or(() ->
                  brings(other.subject(), subject, causes)
                      ? Optional.of(CAUSAL)
                      : Optional.empty());
      if (atMost.isPresent()) {
        Instant end = situation.since().plus(atMost.get());
        if (end.isAfter(situation.now())) {
          Instant look = situation.now().plus(LOOK);
          return Optional.of(
              new Hold(
                  Hold.By.CAUSE,
                  look.isBefore(end) ? look : end,
                  other.label() + " explains it",
                  ""));
        }
      }
    }
    return Optional.empty();
  }

  private static boolean brings(Subject cause, Subject effect, Causes causes) {
    return cause.app().equals(effect.app())
        && cause.environment().equals(effect.environment())
        && !effect.severity().isWorseThan(cause.severity())
        && cause.classes().stream()
            .anyMatch(
                one -> effect.classes().stream().anyMatch(other -> causes.explain(one, other)));
  }

  private Optional<Hold> quiet(Subject subject, Instant now, String team) {
    return quiet.stream()
        .filter(one -> one.matchers().match(subject, team))
        .flatMap(one ->
            one.until(now).stream()
                .map(until ->
                    new Hold(
                        Hold.By.QUIET_HOURS,
                        until,
                        "quiet by schedule '" + one.name() + "'",
                        "quiet " + one.name())))
        .findFirst();
  }

  private Optional<Hold> storm(Subject subject, Situation situation) {
    if (situation.begun() <= storm.incidents() || situation.since().isBefore(situation.now())) {
      // Who has waited once for the others of a storm is told.
      return Optional.empty();
    }
    return Optional.of(
        new Hold(
            Hold.By.STORM,
            situation.now().plus(storm.gather()),
            situation.begun() + " incidents began within " + storm.within().toSeconds() + " s",
            "storm " + subject.app()));
  }
}
