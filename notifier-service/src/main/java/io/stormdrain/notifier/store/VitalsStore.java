package io.stormdrain.notifier.store;

import io.stormdrain.notifier.signal.Vitals;
import io.stormdrain.notifier.vitals.Counts;
import io.stormdrain.notifier.vitals.Step;
import io.stormdrain.notifier.vitals.Window;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Vitals of apps in PostgreSQL. Every method runs in its caller's transaction. */
@Singleton
public class VitalsStore {

  private static final String LINES =
      """
      select source, sum(cast(counts ->> 'lines' as bigint)) from vitals
      where source in ?1 and step = ?2 and at >= ?3 and at < ?4 group by source
      """;

  /** Adds to what is known of these windows; their apps' case files have to be open. */
  public void add(List<Vitals> all) {
    if (all.isEmpty()) {
      return;
    }
    Map<StoredVitals.Key, Counts> more = new HashMap<>();
    for (Vitals vitals : all) {
      Counts counts = Counts.of(vitals);
      for (Step step : Step.values()) {
        more.merge(
            new StoredVitals.Key(vitals.source(), step.seconds(), step.window(vitals.from())),
            counts,
            Counts::plus);
      }
    }
    Map<StoredVitals.Key, StoredVitals> known = known(more);
    more.forEach((key, counts) -> {
      StoredVitals row = known.get(key);
      if (row == null) {
        row = StoredVitals.of(key);
        row.value(counts);
        row.persist();
      } else {
        row.value(row.value().plus(counts));
      }
    });
  }

  private static Map<StoredVitals.Key, StoredVitals> known(Map<StoredVitals.Key, Counts> wanted) {
    return StoredVitals.<StoredVitals>find(
            "source in ?1 and at in ?2",
            wanted.keySet().stream().map(StoredVitals.Key::source).collect(Collectors.toSet()),
            wanted.keySet().stream().map(StoredVitals.Key::at).collect(Collectors.toSet()))
        .stream()
        .collect(Collectors.toMap(StoredVitals::key, row -> row));
  }

  /** What was counted of an app, window by window; those in which nothing was are left out. */
  public List<Window> read(String source, Step step, Instant from, Instant until) {
    return StoredVitals.<StoredVitals>find(
            "source = ?1 and step = ?2 and at >= ?3 and at < ?4 order by at",
            source,
            step.seconds(),
            from,
            until)
        .stream()
        .map(row -> new Window(row.at, row.value()))
        .toList();
  }

  /**
   * Log lines of apps, as many as were counted in a time; apps of which none was are left out.
   *
   * @param step length of the windows that are read
   */
  public Map<String, Long> lines(
      Collection<String> sources, Step step, Instant from, Instant until) {
    if (sources.isEmpty()) {
      return Map.of();
    }
    List<?> rows =
        StoredVitals.getEntityManager()
            .createNativeQuery(LINES)
            .setParameter(1, sources)
            .setParameter(2, step.seconds())
            .setParameter(3, from)
            .setParameter(4, until)
            .getResultList();
    return rows.stream()
        .map(row -> (Object[]) row)
        .collect(Collectors.toMap(row -> (String) row[0], row -> ((Number) row[1]).longValue()));
  }

  /** Forgets windows of that length from before a time; returns how many. */
  public long forget(Step step, Instant before) {
    return StoredVitals.delete("step = ?1 and at < ?2", step.seconds(), before);
  }
}
