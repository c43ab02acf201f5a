package io.stormdrain.notifier.delivery;

import io.stormdrain.notifier.incident.CaseFile;
import io.stormdrain.notifier.incident.Incident;
import io.stormdrain.notifier.incident.Transition;
import io.stormdrain.notifier.store.IncidentStore;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * Keeps what has changed in case files, and notes who is to be told. In its caller's transaction.
 */
@Singleton
public class Filing {

  private final IncidentStore store;
  private final Outbox outbox;

  Filing(IncidentStore store, Outbox outbox) {
    this.store = store;
    this.outbox = outbox;
  }

  /** Returns what has changed, also of storms. */
  public List<Transition> keep(Collection<CaseFile> files) {
    store.save(files);
    List<Transition> transitions = new ArrayList<>();
    Map<UUID, Incident> incidents = new HashMap<>();
    for (CaseFile file : files) {
      List<Transition> made = file.docket().transitions();
      if (!made.isEmpty()) {
        transitions.addAll(made);
        file.docket().incidents().forEach(incident -> incidents.put(incident.id(), incident));
      }
    }
    return transitions.isEmpty()
        ? List.of()
        : outbox.enqueue(transitions, id -> Objects.requireNonNull(incidents.get(id)));
  }
}
