package io.stormdrain.notifier.api;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.stormdrain.notifier.delivery.Outbox;
import io.stormdrain.notifier.incident.App;
import io.stormdrain.notifier.incident.CaseFile;
import io.stormdrain.notifier.incident.Handling;
import io.stormdrain.notifier.incident.Incident;
import io.stormdrain.notifier.message.Message;
import io.stormdrain.notifier.people.Audit;
import io.stormdrain.notifier.people.Deed;
import io.stormdrain.notifier.store.IncidentStore;
import io.stormdrain.notifier.store.IncidentView;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiPredicate;

/** Where incidents are looked up, and where people say what they do about them. */
@Singleton
public class Desk {

  private final IncidentFinder finder;
  private final IncidentStore store;
  private final Outbox outbox;
  private final Audit audit;
  private final InstantSource clock;

  Desk(
      IncidentFinder finder, IncidentStore store, Outbox outbox, Audit audit, InstantSource clock) {
    this.finder = finder;
    this.store = store;
    this.outbox = outbox;
    this.audit = audit;
    this.clock = clock;
  }

  /** The incident that somebody names. */
  public IncidentView find(String name) {
    return finder.find(name);
  }

  /** Notes who looks after it. Doing so twice changes nothing. */
  public IncidentView acknowledge(String name, String by) {
    return handle(
        name,
        new Doing(Deed.INCIDENT_ACKNOWLEDGED, by),
        (handling, id) -> handling.acknowledge(id, by, clock.instant()));
  }

  /** Ends it, because somebody says so. */
  public IncidentView resolve(String name, Resolution said) {
    String by = said.who();
    String note = said.what();
    return handle(
        name,
        new Doing(Deed.INCIDENT_RESOLVED, by),
        (handling, id) ->
            said.fixed()
                ? handling.fix(id, by, note, said.release(), clock.instant())
                : handling.resolve(id, by, note, clock.instant()));
  }

  /** Keeps what somebody has to say about it. */
  public IncidentView note(String name, String by, String text) {
    return handle(
        name,
        new Doing(Deed.INCIDENT_NOTED, by),
        (handling, id) -> handling.note(id, by, text, clock.instant()));
  }

  /** What the audit log will say. */
  private record Doing(Deed what, String by) {}

  private IncidentView handle(String name, Doing doing, BiPredicate<Handling, UUID> action) {
    // Found in a transaction of its own: what is read before the lock may be out of date under it.
    IncidentView found = find(name);
    boolean done = QuarkusTransaction.requiringNew().call(() -> handle(found, doing, action));
    IncidentView view = find(name);
    if (!done && !view.incident().isLive()) {
      throw ProblemException.conflict(Message.label(view.number()) + " is resolved already");
    }
    return view;
  }

  private boolean handle(IncidentView found, Doing doing, BiPredicate<Handling, UUID> action) {
    Incident incident = found.incident();
    App app =
        new App(incident.source(), incident.app(), incident.platform(), incident.environment());
    CaseFile file = Objects.requireNonNull(store.open(List.of(app)).get(incident.source()));
    if (!action.test(file.handling(), incident.id())) {
      return false;
    }
    store.save(file);
    outbox.enqueue(file.docket().transitions(), id -> incident);
    audit.note(doing.what(), Message.label(found.number()), "as " + doing.by());
    return true;
  }
}
