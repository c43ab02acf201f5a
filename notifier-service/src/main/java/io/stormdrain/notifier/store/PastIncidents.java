package io.stormdrain.notifier.store;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Incidents that are over for so long that nobody asks for them. In its caller's transaction. */
@Singleton
public class PastIncidents {

  /** What belongs to an incident, in the order in which it can go. */
  private static final List<String> PARTS =
      List.of(
          "update delivery set told_by = null where told_by in (select id from delivery where incident_id in (?1)) and incident_id not in (?1)",
          "delete from delivery where incident_id in (?1)",
          "delete from conversation where incident_id in (?1)",
          "delete from transition where incident_id in (?1)",
          "delete from finding where incident_id in (?1)",
          "delete from incident where id in (?1)");

  private final EntityManager entities;

  PastIncidents(EntityManager entities) {
    this.entities = entities;
  }

  /**
   * Forgets incidents that ended before a time, with all that was told of them. Those of which a
   * finding is still at hand, since it may come back, or that are still to be told, are kept.
   *
   * @param most at a time
   * @return how many
   */
  public int forget(Instant before, int most) {
    Query over =
        entities
            .createNativeQuery(
                """
                select id from incident i
                where resolved_at < ?1
                  and not exists (select 1 from finding f where f.incident_id = i.id and f.active)
                  and not exists (
                    select 1 from delivery d where d.incident_id = i.id
                    and d.state in ('PENDING', 'CLAIMED', 'RETRY', 'UNKNOWN'))
                order by resolved_at limit ?2 for update skip locked
                """,
                UUID.class)
            .setParameter(1, before)
            .setParameter(2, most);
    List<UUID> ids = new ArrayList<>();
    for (Object id : over.getResultList()) {
      ids.add((UUID) id);
    }
    if (!ids.isEmpty()) {
      PARTS.forEach(part -> entities.createNativeQuery(part).setParameter(1, ids).executeUpdate());
    }
    return ids.size();
  }

  /** Forgets records that could not be read, from before a time. */
  public int forgetParked(Instant before) {
    return entities
        .createNativeQuery("delete from parked_signal where parked_at < ?1")
        .setParameter(1, before)
        .executeUpdate();
  }
}
