package io.stormdrain.notifier.store;

import io.stormdrain.notifier.incident.Finding;
import io.stormdrain.notifier.incident.FindingState;
import io.stormdrain.notifier.process.Story;
import io.stormdrain.notifier.vitals.Step;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.hibernate.Session;

/** What is known of apps and a time, in the caller's transaction. */
@Singleton
public class DayReader {

  private static final int MOST_INCIDENTS = 1_000;

  private final EntityManager entities;

  DayReader(EntityManager entities) {
    this.entities = entities;
  }

  /** Of all apps whose name is among them. */
  public List<AppDay> read(Predicate<String> among, Instant from, Instant until) {
    List<StoredCaseFile> apps =
        StoredCaseFile.<StoredCaseFile>find("order by source").stream()
            .filter(app -> among.test(app.app))
            .toList();
    if (apps.isEmpty()) {
      return List.of();
    }
    List<String> sources = apps.stream().map(app -> app.source).toList();
    Map<String, Long> lines = lines(sources, from, until);
    Map<String, List<StoredIncident>> incidents = incidents(sources, from, until);
    Map<UUID, Set<String>> found = found(incidents.values());
    Map<String, Set<String>> hints = hints(sources, from, until);
    return apps.stream()
        .map(app ->
            day(
                app,
                lines.getOrDefault(app.source, 0L),
                incidents.getOrDefault(app.source, List.of()),
                found,
                hints.getOrDefault(app.source, Set.of()),
                new Span(from, until)))
        .toList();
  }

  private record Span(Instant from, Instant until) {
    boolean contains(Instant at) {
      return !at.isBefore(from) && at.isBefore(until);
    }
  }

  private static AppDay day(
      StoredCaseFile app,
      long lines,
      List<StoredIncident> incidents,
      Map<UUID, Set<String>> found,
      Set<String> hints,
      Span span) {
    Map<Long, Set<String>> rules = new HashMap<>();
    incidents.forEach(row -> rules.put(row.number, found.getOrDefault(row.id, Set.of(row.type))));
    return new AppDay(
        app.app,
        app.environment,
        lines,
        incidents.stream().map(row -> new NumberedIncident(row.number, row.value())).toList(),
        Json.read(app.story, Story.class).releases().stream()
            .filter(release -> span.contains(release.at()))
            .toList(),
        rules,
        hints);
  }

  private Map<String, Long> lines(List<String> sources, Instant from, Instant until) {
    List<Object[]> rows =
        entities
            .unwrap(Session.class)
            .createNativeQuery(
                """
                select source, cast(sum(cast(counts ->> 'lines' as bigint)) as bigint) from vitals
                where step = ?1 and at >= ?2 and at < ?3 and source in (?4) group by source
                """,
                Object[].class)
            .setParameter(1, Step.MINUTE.seconds())
            .setParameter(2, from)
            .setParameter(3, until)
            .setParameter(4, sources)
            .getResultList();
    return rows.stream()
        .collect(Collectors.toMap(row -> (String) row[0], row -> ((Number) row[1]).longValue()));
  }

  /** Those that were there in that time: begun before its end, and not over before its begin. */
  private static Map<String, List<StoredIncident>> incidents(
      List<String> sources, Instant from, Instant until) {
    return StoredIncident.<StoredIncident>find(
            "source in ?1 and openedAt < ?2 and (resolvedAt is null or resolvedAt >= ?3) order by number desc",
            sources,
            until,
            from)
        .page(0, MOST_INCIDENTS)
        .stream()
        .collect(Collectors.groupingBy(row -> row.source));
  }

  private static Map<UUID, Set<String>> found(Collection<List<StoredIncident>> incidents) {
    List<UUID> ids = incidents.stream().flatMap(List::stream).map(row -> row.id).toList();
    Map<UUID, Set<String>> found = new HashMap<>();
    if (!ids.isEmpty()) {
      StoredFinding.<StoredFinding>find("incident in ?1", ids).stream()
          .forEach(row ->
              found
                  .computeIfAbsent(Objects.requireNonNull(row.incident), id -> new HashSet<>())
                  .add(row.rule));
    }
    return found;
  }

  private static Map<String, Set<String>> hints(List<String> sources, Instant from, Instant until) {
    Span span = new Span(from, until);
    Map<String, Set<String>> hints = new HashMap<>();
    StoredFinding.<StoredFinding>find("active and incident is null and source in ?1", sources)
        .stream()
        .forEach(row -> {
          Finding finding = row.value();
          if (finding.state() == FindingState.PENDING
              && finding.due() == null
              && span.contains(finding.lastSeen())) {
            hints.computeIfAbsent(row.source, source -> new HashSet<>()).add(row.rule);
          }
        });
    return hints;
  }
}
