package io.stormdrain.notifier.delivery;

import io.stormdrain.notifier.incident.Incident;
import io.stormdrain.notifier.incident.Reason;
import io.stormdrain.notifier.route.Told;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Deliveries that no route calls for by itself. Each is there once, whoever notes it: another
 * instance may have the same thought. In its caller's transaction.
 */
@Singleton
class Prompts {

  private record Row(
      UUID incident, String receiver, Instant first, Instant last, @Nullable Long reminders) {}

  private final EntityManager entities;
  private final AfterCommit afterCommit;

  Prompts(EntityManager entities, AfterCommit afterCommit) {
    this.entities = entities;
    this.afterCommit = afterCommit;
  }

  /** What receivers were told of these incidents with messages, by incident and receiver. */
  Map<UUID, Map<String, Told>> told(Collection<UUID> incidents) {
    Map<UUID, Map<String, Told>> told = new HashMap<>();
    if (!incidents.isEmpty()) {
      entities
          .createQuery(
              """
              select d.incident, d.receiver, min(d.createdAt),
                max(coalesce(d.settledAt, d.createdAt)), sum(case when d.round > 0 then 1 else 0 end)
              from StoredDelivery d
              where d.incident in ?1 and d.form = MESSAGE and d.held is null
                and d.state <> SUPPRESSED
              group by d.incident, d.receiver
              """,
              Row.class)
          .setParameter(1, incidents)
          .getResultStream()
          .forEach(row ->
              told.computeIfAbsent(row.incident(), id -> new HashMap<>())
                  .put(
                      row.receiver(),
                      new Told(
                          row.first(),
                          row.last(),
                          row.reminders() == null ? 0 : row.reminders().intValue())));
    }
    return told;
  }

  /** Who was told is told once more. */
  void remind(Incident incident, String receiver, int number, Instant now) {
    insert(Prompt.REMINDER, incident.id(), incident.seq(), receiver, number, null, now);
  }

  /** Somebody is told of a transition beside those whom the routes name. */
  void tell(Prompt prompt, UUID incident, int seq, String receiver, String remark, Instant now) {
    insert(prompt, incident, seq, receiver, 0, remark, now);
  }

  private void insert(
      Prompt prompt,
      UUID incident,
      int seq,
      String receiver,
      int round,
      @Nullable String remark,
      Instant now) {
    List<?> reasons =
        entities
            .createNativeQuery(
                """
                insert into delivery (id, incident_id, seq, round, receiver, reason, form, state,
                  created_at, due_at, prompt, remark, urgency)
                select nextval('delivery_id'), t.incident_id, t.seq, ?4, ?3, t.reason, 'MESSAGE',
                  'PENDING', ?5, ?5, ?6, cast(?7 as text),
                  case when ?4 > 0 then 3 when t.severity = 'CRITICAL' then 0 else 1 end
                from transition t where t.incident_id = ?1 and t.seq = ?2
                on conflict do nothing
                returning reason
                """,
                String.class)
            .setParameter(1, incident)
            .setParameter(2, seq)
            .setParameter(3, receiver)
            .setParameter(4, round)
            .setParameter(5, now)
            .setParameter(6, prompt.name())
            .setParameter(7, remark)
            .getResultList();
    afterCommit.enqueued(
        reasons.stream()
            .map(reason -> new AfterCommit.Entry(receiver, Reason.valueOf(reason.toString())))
            .toList());
  }
}
