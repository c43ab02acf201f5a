package io.stormdrain.notifier.api;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.stormdrain.notifier.delivery.Outbox;
import io.stormdrain.notifier.incident.App;
import io.stormdrain.notifier.incident.CaseFile;
import io.stormdrain.notifier.incident.Handling;
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
import java.util.function.BiPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where incidents are looked up, and where people say what they do about them. */
@Singleton
public class Desk {

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
  public IncidentView find(String name) {
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
  public IncidentView acknowledge(String name, String by) {
    return handle(name, (handling, id) -> handling.acknowledge(id, by, clock.instant()));
  }

  /** Ends it, because somebody says so. */
  public IncidentView resolve(String name, Resolution said) {
    String by = said.who();
    String note = said.what();
    return handle(
        name,
        (handling, id) ->
            said.fixed()
                ? handling.fix(id, by, note, said.release(), clock.instant())
                : handling.resolve(id, by, note, clock.instant()));
  }

  /** Keeps what somebody has to say about it. */
  public IncidentView note(String name, String by, String text) {
    return handle(name, (handling, id) -> handling.note(id, by, text, clock.instant()));
  }

  private IncidentView handle(String name, BiPredicate<Handling, UUID> action) {
    // Found in a transaction of its own: what is read before the lock may be out of date under it.
    Incident incident = find(name).incident();
    boolean done = QuarkusTransaction.requiringNew().call(() -> handle(incident, action));
    IncidentView view = find(name);
    if (!done && !view.incident().isLive()) {
      throw ProblemException.conflict(Message.label(view.number()) + " is resolved already");
    }
    return view;
  }

  private boolean handle(Incident incident, BiPredicate<Handling, UUID> action) {
    App app =
        new App(incident.source(), incident.app(), incident.platform(), incident.environment());
    CaseFile file = Objects.requireNonNull(store.open(List.of(app)).get(incident.source()));
    if (!action.test(file.handling(), incident.id())) {
      return false;
    }
    store.save(file);
    outbox.enqueue(file.docket().transitions(), id -> incident);
    return true;
  }
}
