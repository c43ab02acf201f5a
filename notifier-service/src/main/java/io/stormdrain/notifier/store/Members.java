package io.stormdrain.notifier.store;

import io.stormdrain.notifier.threshold.Severity;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which incidents belong to which storm. Every method runs in its caller's transaction. */
@Singleton
public class Members {

  private final EntityManager entities;

  Members(EntityManager entities) {
    this.entities = entities;
  }

  /**
   * An incident of an app as it began.
   *
   * @param source identity of the app
   * @param app as its owner calls it
   * @param at by the app's own time
   */
  public record Begun(UUID incident, String source, String app, Severity severity, Instant at) {}

  /**
   * A storm so far.
   *
   * @param live how many of its incidents are not over
   * @param latest when the last of them began; null when there are none
   */
  public record Extent(long incidents, long live, @Nullable Instant latest) {}

  /**
   * Incidents of a class that began in {@code (after, until]} and are not over, the first first.
   */
  public List<Begun> begun(String type, Instant after, Instant until) {
    return entities
        .createQuery(
            """
            select i.id, i.source, i.app, i.severity, i.openedAt from StoredIncident i
            where i.type = ?1 and i.openedAt > ?2 and i.openedAt <= ?3 and i.severity <> INFO
              and i.state <> RESOLVED
            order by i.openedAt, i.id
            """,
            Begun.class)
        .setParameter(1, type)
        .setParameter(2, after)
        .setParameter(3, until)
        .getResultList();
  }

  /** The storm of these that is not over; empty when there is none. */
  public Optional<UUID> live(String source, String type, String key) {
    return StoredIncident.<StoredIncident>find(
            "source = ?1 and type = ?2 and key = ?3 and state <> RESOLVED", source, type, key)
        .firstResultOptional()
        .map(row -> row.id);
  }

  /** The number of the storm that an incident belongs to, as long as that is not over. */
  public Optional<Long> shelter(UUID incident) {
    return entities
        .createQuery(
            """
            select s.number from StoredMember m join StoredIncident s on s.id = m.storm
            where m.incident = ?1 and s.state <> RESOLVED
            """,
            Long.class)
        .setParameter(1, incident)
        .getResultStream()
        .findFirst();
  }

  /** Storms that these incidents belong to or belonged to, by incident. */
  public Map<UUID, UUID> storms(Collection<UUID> incidents) {
    return StoredMember.<StoredMember>find("incident in ?1", incidents).stream()
        .collect(Collectors.toMap(row -> row.incident, row -> row.storm));
  }

  /** How large a storm is. */
  public Extent extent(UUID storm) {
    return entities
        .createQuery(
            """
            select count(i), sum(case when i.state <> RESOLVED then 1 else 0 end), max(i.openedAt)
            from StoredMember m join StoredIncident i on i.id = m.incident where m.storm = ?1
            """,
            Object[].class)
        .setParameter(1, storm)
        .getResultStream()
        .map(Members::extent)
        .findFirst()
        .orElseThrow();
  }

  private static Extent extent(Object[] row) {
    long live = row[1] == null ? 0 : ((Number) row[1]).longValue();
    return new Extent(((Number) row[0]).longValue(), live, (Instant) row[2]);
  }

  /** Identities of the apps that are in it. */
  public Set<String> sources(UUID storm) {
    return new HashSet<>(
        entities
            .createQuery(
                """
                select distinct i.source from StoredMember m
                join StoredIncident i on i.id = m.incident where m.storm = ?1
                """,
                String.class)
            .setParameter(1, storm)
            .getResultList());
  }

  /** These belong to it from now on. */
  public void join(UUID storm, Collection<UUID> incidents) {
    Map<UUID, StoredMember> known =
        StoredMember.<StoredMember>find("incident in ?1", incidents).stream()
            .collect(Collectors.toMap(row -> row.incident, Function.identity()));
    for (UUID incident : incidents) {
      StoredMember row = known.get(incident);
      if (row == null) {
        row = new StoredMember();
        row.incident = incident;
        row.storm = storm;
        row.persist();
      } else {
        row.storm = storm;
      }
    }
  }

  /** How an incident belongs to a storm; of one with more members than so many, the first. */
  public Kin kin(UUID incident, int most) {
    @Nullable Long storm =
        entities
            .createQuery(
                "select s.number from StoredMember m join StoredIncident s on s.id = m.storm"
                    + " where m.incident = ?1",
                Long.class)
            .setParameter(1, incident)
            .getResultStream()
            .findFirst()
            .orElse(null);
    return new Kin(storm, of(incident, most));
  }

  /** Incidents of a storm, those first that are not over, and of them the latest. */
  public List<NumberedIncident> of(UUID storm, int most) {
    return entities
        .createQuery(
            """
            select i from StoredMember m join StoredIncident i on i.id = m.incident
            where m.storm = ?1
            order by case when i.state = RESOLVED then 1 else 0 end, i.number desc
            """,
            StoredIncident.class)
        .setParameter(1, storm)
        .setMaxResults(most)
        .getResultStream()
        .map(row -> new NumberedIncident(row.number, row.value()))
        .toList();
  }
}
