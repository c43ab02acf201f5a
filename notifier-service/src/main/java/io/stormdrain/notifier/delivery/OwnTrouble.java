package io.stormdrain.notifier.delivery;

import io.stormdrain.notifier.incident.App;
import io.stormdrain.notifier.incident.CaseFile;
import io.stormdrain.notifier.incident.Incident;
import io.stormdrain.notifier.signal.Evidence;
import io.stormdrain.notifier.signal.Signal;
import io.stormdrain.notifier.store.IncidentReader;
import io.stormdrain.notifier.store.IncidentStore;
import io.stormdrain.notifier.store.NumberedIncident;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Makes an incident of a receiver that cannot be told, in an app of its own, so that the others are
 * told of it as of any other. In its caller's transaction.
 */
@Singleton
class OwnTrouble {

  /** Name and identity of the app that we are. */
  static final String APP = "stormdrain";

  /** Class of the incident; its key is the receiver. */
  static final String CLASS = "receiver-failing";

  /** What passes by itself sooner is no incident. */
  static final Duration PATIENCE = Duration.ofMinutes(2);

  private static final int MOST = 100;

  private final ReceiverStandings standings;
  private final IncidentReader incidents;
  private final IncidentStore store;
  private final Filing filing;

  OwnTrouble(
      ReceiverStandings standings, IncidentReader incidents, IncidentStore store, Filing filing) {
    this.standings = standings;
    this.incidents = incidents;
    this.store = store;
    this.filing = filing;
  }

  /** Opens and ends what is due. */
  void look(Collection<String> receivers, Instant now) {
    Set<String> known =
        incidents.live(APP, MOST).stream()
            .map(NumberedIncident::incident)
            .filter(incident -> incident.type().equals(CLASS))
            .map(Incident::key)
            .collect(Collectors.toSet());
    standings
        .of(receivers)
        .forEach((receiver, standing) -> {
          boolean failing = isFailing(standing, now);
          if (failing && !known.contains(receiver)) {
            says("receiver.failing", receiver, standing, now);
          } else if (standing.fault() == null && known.contains(receiver)) {
            says("receiver.recovered", receiver, standing, now);
          }
        });
  }

  /** Whether it is this receiver that an incident is about. */
  static boolean isOf(Receiver receiver, Incident incident) {
    return incident.source().equals(APP)
        && incident.type().equals(CLASS)
        && incident.key().equals(receiver.name());
  }

  private static boolean isFailing(Standing standing, Instant now) {
    return standing.fault() != null
        && standing.since() != null
        && (standing.fault().kind() == Fault.Kind.CONFIGURATION
            || !standing.since().plus(PATIENCE).isAfter(now));
  }

  private void says(String type, String receiver, Standing standing, Instant now) {
    App about = new App(APP, APP, APP, null);
    CaseFile file = Objects.requireNonNull(store.open(List.of(about)).get(APP));
    file.accept(signal(type, receiver, standing, now), now);
    filing.keep(List.of(file));
  }

  private static Signal signal(String type, String receiver, Standing standing, Instant now) {
    String words =
        standing.fault() == null
            ? receiver + " takes messages again"
            : "%s: %s %s"
                .formatted(
                    receiver, standing.fault(), Objects.requireNonNullElse(standing.detail(), ""));
    return new Signal(
        APP + "/" + receiver + "/" + now.toEpochMilli(),
        type,
        APP,
        APP,
        APP,
        null,
        receiver,
        null,
        now,
        receiver,
        Map.of(),
        List.of("./stormdrain receivers ping " + receiver),
        new Evidence(0, now.toEpochMilli(), words));
  }
}
