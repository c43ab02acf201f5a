package io.stormdrain.notifier.delivery;

import io.stormdrain.notifier.incident.Incident;
import io.stormdrain.notifier.incident.Reason;
import io.stormdrain.notifier.incident.Transition;
import io.stormdrain.notifier.storm.Storms;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/** What is to be told, kept in the same transaction as what has happened. */
@Singleton
public class Outbox {

  private final Receivers receivers;
  private final Storms storms;
  private final Shelter shelter;
  private final Notes notes;
  private final InstantSource clock;

  Outbox(Receivers receivers, Storms storms, Shelter shelter, Notes notes, InstantSource clock) {
    this.receivers = receivers;
    this.storms = storms;
    this.shelter = shelter;
    this.notes = notes;
    this.clock = clock;
  }

  /**
   * Notes for every receiver what it is to be told of these transitions, which the caller has
   * stored in the same transaction, and of the storms that they make. When that is committed the
   * courier hears of it.
   *
   * @param incidents what the transitions are about
   * @return all transitions, those of storms first
   */
  public List<Transition> enqueue(
      List<Transition> transitions, Function<UUID, Incident> incidents) {
    Instant now = clock.instant();
    Storms.Weather weather =
        storms.take(transitions, incidents, receivers.plan().routing().restraint().storm(), now);
    Function<UUID, Incident> known =
        id -> Objects.requireNonNullElseGet(weather.incidents().get(id), () -> incidents.apply(id));
    List<Transition> all =
        Stream.concat(weather.transitions().stream(), transitions.stream()).toList();
    weather.grown().forEach(storm -> shelter.take(storm, now));
    notes.take(all, known, now);
    weather.grown().forEach(storm -> shelter.tell(known.apply(storm), now));
    all.stream()
        .filter(transition -> transition.reason() == Reason.RESOLVED)
        .filter(transition -> Storms.isOne(known.apply(transition.incident())))
        .forEach(transition -> shelter.release(transition.incident(), now));
    return all;
  }
}
