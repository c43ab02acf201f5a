package io.stormdrain.notifier.delivery;

import io.stormdrain.notifier.incident.Incident;
import io.stormdrain.notifier.message.Composer;
import io.stormdrain.notifier.route.Restraint;
import io.stormdrain.notifier.route.Situation;
import io.stormdrain.notifier.route.Subject;
import io.stormdrain.notifier.silence.Facts;
import io.stormdrain.notifier.silence.Silence;
import io.stormdrain.notifier.silence.Silences;
import io.stormdrain.notifier.store.IncidentReader;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Finds out whether somebody asked for silence about an incident. In its caller's transaction. */
@Singleton
class Quieting {

  private final Silences silences;
  private final IncidentReader incidents;

  Quieting(Silences silences, IncidentReader incidents) {
    this.silences = silences;
    this.incidents = incidents;
  }

  /** The silence that holds for it; empty when none does. */
  Optional<Situation.Silenced> silence(
      Subject subject, String team, Incident incident, Instant now) {
    List<Silence> like =
        silences.active(now).stream()
            .filter(silence -> silence.matchers().match(subject, team))
            .toList();
    if (like.isEmpty()) {
      return Optional.empty();
    }
    Facts facts =
        new Facts(incident.id(), count(incident), incidents.lastRelease(incident.source()));
    return like.stream()
        .filter(silence -> silence.holds(facts, now))
        .findFirst()
        .map(silence ->
            new Situation.Silenced(silence.look(now, now.plus(Restraint.LOOK)), silence.text()));
  }

  private long count(Incident incident) {
    return incidents
        .view(incident.id())
        .filter(view -> !view.findings().isEmpty())
        .map(view -> Composer.lead(view).tally().total())
        .orElse(0L);
  }
}
