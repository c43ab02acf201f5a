package io.stormdrain.notifier.delivery;

import io.stormdrain.notifier.incident.Incident;
import io.stormdrain.notifier.message.InWords;
import io.stormdrain.notifier.route.Told;
import io.stormdrain.notifier.route.Urge;
import io.stormdrain.notifier.store.IncidentReader;
import io.stormdrain.notifier.store.NumberedIncident;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Watches over incidents that nobody looks after: reminds those who were told, and tells others
 * when it takes too long. In its caller's transaction.
 */
@Singleton
class Vigil {

  /** So many at a time; where there are more, they are looked at in turn. */
  static final int MOST = 500;

  private final Receivers receivers;
  private final IncidentReader incidents;
  private final Rulings rulings;
  private final Prompts prompts;

  /** Number of the last that was looked at; 0 when all were. */
  private long last;

  Vigil(Receivers receivers, IncidentReader incidents, Rulings rulings, Prompts prompts) {
    this.receivers = receivers;
    this.incidents = incidents;
    this.rulings = rulings;
    this.prompts = prompts;
  }

  /** Does what is due. */
  void watch(Instant now) {
    List<NumberedIncident> some = incidents.unattended(last, MOST);
    last = some.size() < MOST ? 0 : some.getLast().number();
    List<Incident> open = some.stream().map(NumberedIncident::incident).toList();
    Map<UUID, Map<String, Told>> told = prompts.told(open.stream().map(Incident::id).toList());
    for (Incident incident : open) {
      urge(incident, told.getOrDefault(incident.id(), Map.of()), now);
    }
  }

  private void urge(Incident incident, Map<String, Told> told, Instant now) {
    Plan plan = receivers.plan();
    List<Urge> urges =
        Urge.due(
            plan.routing().stops(rulings.subject(incident, incident.severity())),
            told,
            incident.severity(),
            now);
    if (urges.isEmpty()
        || rulings.hold(plan.routing(), incident, incident.severity(), now, now).isPresent()) {
      return;
    }
    for (Urge urge : urges) {
      switch (urge) {
        case Urge.Remind remind ->
            prompts.remind(incident, remind.receiver(), remind.number(), now);
        case Urge.Escalate escalate ->
            prompts.tell(
                Prompt.ESCALATION,
                incident.id(),
                incident.seq(),
                escalate.receiver(),
                "nobody has looked after it within " + InWords.duration(escalate.after()),
                now);
      }
    }
  }
}
