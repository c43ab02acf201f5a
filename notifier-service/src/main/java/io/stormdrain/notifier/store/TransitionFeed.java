package io.stormdrain.notifier.store;

import io.stormdrain.notifier.incident.Incident;
import io.stormdrain.notifier.incident.Transition;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * Transitions that have not been published yet. Both methods belong into one transaction; until it
 * ends nobody else gets any, so that the order of an incident's transitions is kept.
 */
@Singleton
public class TransitionFeed {

  /** Any number that nothing else locks by in this database. */
  private static final long LOCK = 0x73746f726d_01L;

  private final EntityManager entities;

  TransitionFeed(EntityManager entities) {
    this.entities = entities;
  }

  /**
   * A transition with its incident, as it is now.
   *
   * @param number of all transitions, in the order in which they were stored
   * @param label number that people call the incident by
   */
  public record Entry(long number, long label, Transition transition, Incident incident) {}

  /** The oldest of them; none while another instance is at it. */
  public List<Entry> next(int most) {
    if (!lock()) {
      return List.of();
    }
    List<?> rows =
        entities
            .createNativeQuery(
                """
                select number, incident_id, seq from transition
                where not published order by number limit ?1
                """,
                Object[].class)
            .setParameter(1, most)
            .getResultList();
    return rows.stream().map(row -> entry((Object[]) row)).toList();
  }

  /** Nobody gets these again. */
  public void published(List<Entry> entries) {
    entities
        .createNativeQuery("update transition set published = true where number in (?1)")
        .setParameter(1, entries.stream().map(Entry::number).toList())
        .executeUpdate();
  }

  private boolean lock() {
    return (Boolean)
        entities
            .createNativeQuery("select pg_try_advisory_xact_lock(?1)", Boolean.class)
            .setParameter(1, LOCK)
            .getSingleResult();
  }

  private static Entry entry(Object[] row) {
    StoredTransition.Key key =
        new StoredTransition.Key((UUID) row[1], ((Number) row[2]).intValue());
    StoredTransition transition = StoredTransition.findById(key);
    StoredIncident incident = StoredIncident.findById(key.incident());
    return new Entry(
        ((Number) row[0]).longValue(),
        Objects.requireNonNull(incident).number,
        Objects.requireNonNull(transition).value(),
        incident.value());
  }
}
