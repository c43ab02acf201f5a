package io.stormdrain.notifier.delivery;

import io.stormdrain.notifier.incident.Incident;
import io.stormdrain.notifier.incident.Transition;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** What is to be told, kept in the same transaction as what has happened. */
@Singleton
public class Outbox {

  /** Notes for every receiver what it is to be told of these transitions. */
  public void enqueue(List<Transition> transitions, Function<UUID, Incident> incidents) {}
}
