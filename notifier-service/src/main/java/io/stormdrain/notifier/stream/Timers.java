package io.stormdrain.notifier.stream;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.stormdrain.notifier.incident.CaseFile;
import io.stormdrain.notifier.incident.Transition;
import io.stormdrain.notifier.store.IncidentStore;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets happen what is due by the clock on the wall. One app that cannot be read stops no other. */
@Singleton
class Timers {

  private static final Logger LOG = LoggerFactory.getLogger(Timers.class);
  private static final int MOST_AT_A_TIME = 100;
  private static final Duration NEXT_TRY = Duration.ofMinutes(10);

  private final IncidentStore store;
  private final SignalReader reader;
  private final SignalMetrics metrics;
  private final InstantSource clock;

  Timers(IncidentStore store, SignalReader reader, SignalMetrics metrics, InstantSource clock) {
    this.store = store;
    this.reader = reader;
    this.metrics = metrics;
    this.clock = clock;
  }

  /**
   * Lets it happen in apps whose story is in these partitions; returns whether there may be more.
   *
   * @param heard until when all that was said has been heard
   */
  boolean fire(Set<Integer> partitions, Instant heard) {
    Instant wall = clock.instant();
    List<String> due =
        QuarkusTransaction.requiringNew()
            .call(() -> store.due(wall, heard, partitions, MOST_AT_A_TIME));
    if (due.isEmpty()) {
      return false;
    }
    try {
      return happens(due, wall, heard);
    } catch (RuntimeException e) {
      due.forEach(source -> happensAlone(source, wall, heard));
      return true;
    }
  }

  private boolean happens(Collection<String> sources, Instant wall, Instant heard) {
    AtomicBoolean some = new AtomicBoolean();
    List<Transition> made =
        QuarkusTransaction.requiringNew()
            .call(() -> {
              Map<String, CaseFile> due = store.openDue(sources, wall, heard);
              due.values().forEach(file -> file.tick(wall, heard));
              some.set(!due.isEmpty());
              return reader.keep(due);
            });
    metrics.changed(made, wall);
    return some.get();
  }

  private void happensAlone(String source, Instant wall, Instant heard) {
    try {
      happens(List.of(source), wall, heard);
    } catch (RuntimeException e) {
      LOG.error("what is due in {} cannot happen, next try in {}", source, NEXT_TRY, e);
      QuarkusTransaction.requiringNew().run(() -> store.postpone(source, wall.plus(NEXT_TRY)));
    }
  }
}
