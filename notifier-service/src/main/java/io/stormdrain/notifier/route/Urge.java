package io.stormdrain.notifier.route;

import io.stormdrain.notifier.threshold.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is to be done now about an incident that nobody looks after. */
public sealed interface Urge {

  /** Who is told. */
  String receiver();

  /** It is told once more to who was told before. {@code number} counts from 1. */
  record Remind(String receiver, int number) implements Urge {}

  /** It is told to somebody else, since nobody looked after it for so long. */
  record Escalate(String receiver, Duration after) implements Urge {}

  /**
   * What is due.
   *
   * @param stops that the incident is routed to
   * @param told what receivers were told of it, by their names
   */
  static List<Urge> due(List<Stop> stops, Map<String, Told> told, Severity severity, Instant now) {
    List<Urge> urges = new ArrayList<>();
    Optional<Instant> first =
        stops.stream()
            .map(stop -> told.get(stop.receiver()))
            .filter(one -> one != null)
            .map(Told::first)
            .min(Instant::compareTo);
    for (Stop stop : stops) {
      remind(stop, told.get(stop.receiver()), severity, now).ifPresent(urges::add);
      for (Escalation step : stop.route().urging().escalations()) {
        if (first.isPresent() && !first.get().plus(step.after()).isAfter(now)) {
          step.receivers().stream()
              .filter(name -> !told.containsKey(name))
              .map(name -> new Escalate(name, step.after()))
              .filter(
                  urge -> urges.stream().noneMatch(had -> had.receiver().equals(urge.receiver())))
              .forEach(urges::add);
        }
      }
    }
    return urges;
  }

  private static Optional<Urge> remind(
      Stop stop, @Nullable Told told, Severity severity, Instant now) {
    if (told == null) {
      return Optional.empty();
    }
    return stop.route()
        .urging()
        .repeat()
        .pause(severity, told.reminders())
        .filter(pause -> !told.last().plus(pause).isAfter(now))
        .map(pause -> new Remind(stop.receiver(), told.reminders() + 1));
  }
}
