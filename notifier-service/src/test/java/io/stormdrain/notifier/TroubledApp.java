package io.stormdrain.notifier;

import io.stormdrain.notifier.delivery.Outbox;
import io.stormdrain.notifier.incident.App;
import io.stormdrain.notifier.incident.CaseFile;
import io.stormdrain.notifier.incident.Incident;
import io.stormdrain.notifier.signal.Evidence;
import io.stormdrain.notifier.signal.Signal;
import io.stormdrain.notifier.store.IncidentStore;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** An app whose signals are stored with what follows from them, without Kafka in between. */
public final class TroubledApp {

  private static final AtomicLong LINES = new AtomicLong();

  private TroubledApp() {}

  /** Takes a signal in the caller's transaction. */
  public static void says(
      IncidentStore store, Outbox outbox, Instant now, String app, String type, String subject) {
    says(store, outbox, now, signal(now, app, type, subject));
  }

  /** Takes any signal in the caller's transaction. */
  public static void says(IncidentStore store, Outbox outbox, Instant now, Signal signal) {
    App about = new App(signal.source(), signal.app(), signal.platform(), signal.environment());
    CaseFile file = Objects.requireNonNull(store.open(List.of(about)).get(signal.source()));
    file.accept(signal, now);
    store.save(file);
    Map<UUID, Incident> incidents = new HashMap<>();
    file.docket().incidents().forEach(incident -> incidents.put(incident.id(), incident));
    outbox.enqueue(file.docket().transitions(), id -> Objects.requireNonNull(incidents.get(id)));
  }

  /** A signal of a build. */
  public static Signal signal(Instant now, String app, String type, String subject) {
    long line = LINES.incrementAndGet();
    return new Signal(
        "0/" + line,
        type,
        app,
        app,
        "heroku",
        "production",
        "build",
        null,
        now,
        subject,
        Map.of(),
        List.of("Build where there is more memory: heroku builds --app " + app),
        new Evidence(0, line, type + " " + subject));
  }
}
