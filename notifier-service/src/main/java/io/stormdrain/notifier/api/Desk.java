package io.stormdrain.notifier.api;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.stormdrain.notifier.delivery.Outbox;
import io.stormdrain.notifier.incident.CaseFile;
import io.stormdrain.notifier.incident.Docket;
import io.stormdrain.notifier.incident.Incident;
import io.stormdrain.notifier.message.Message;
import io.stormdrain.notifier.store.IncidentReader;
import io.stormdrain.notifier.store.IncidentStore;
import io.stormdrain.notifier.store.IncidentView;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where an incident is looked up and acknowledged. */
@Singleton
class Desk {

  private static final Pattern LABEL = Pattern.compile("(?i)INC-([0-9]{1,18})");
  private static final Pattern ID =
      Pattern.compile("(?i)[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");
  private static final String EXPECTED = "INC-<number>, or an incident's id";

  private final IncidentReader reader;
  private final IncidentStore store;
  private final Outbox outbox;
  private final InstantSource clock;

  Desk(IncidentReader reader, IncidentStore store, Outbox outbox, InstantSource clock) {
    this.reader = reader;
    this.store = store;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** The incident that somebody names. */
  IncidentView find(String name) {
    return QuarkusTransaction.requiringNew()
        .call(() -> {
          Matcher label = LABEL.matcher(name);
          if (label.matches()) {
            return reader.view(Long.parseLong(label.group(1)));
          }
          if (ID.matcher(name).matches()) {
            return reader.view(UUID.fromString(name));
          }
          throw ProblemException.badRequest("'" + name + "' names no incident", EXPECTED);
        })
        .orElseThrow(() -> ProblemException.notFound("there is no incident " + name, EXPECTED));
  }

  /** Notes who looks after it. Doing so twice changes nothing. */
  IncidentView acknowledge(String name, String by) {
    // Found in a transaction of its own: what is read before the lock may be out of date under it.
    Incident incident = find(name).incident();
    boolean taken = QuarkusTransaction.requiringNew().call(() -> acknowledge(incident, by));
    IncidentView view = find(name);
    if (!taken && !view.incident().isLive()) {
      throw ProblemException.conflict(Message.label(view.number()) + " is resolved already");
    }
    return view;
  }

  private boolean acknowledge(Incident incident, String by) {
    Docket.About app =
        new Docket.About(
            incident.source(), incident.app(), incident.platform(), incident.environment());
    CaseFile file = Objects.requireNonNull(store.open(List.of(app)).get(incident.source()));
    if (!file.acknowledge(incident.id(), by, clock.instant())) {
      return false;
    }
    store.save(file);
    outbox.enqueue(file.docket().transitions(), id -> incident);
    return true;
  }
}
