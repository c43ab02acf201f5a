package io.stormdrain.notifier.delivery;

import io.stormdrain.notifier.route.Knowledge;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Deliveries as people and the outbox look at them. Runs in its caller's transaction. */
@Singleton
public class DeliveryReader {

  private record Known(UUID incident, String receiver, Long told, Long held) {}

  private record Waiting(String receiver, long count, @Nullable Instant oldest) {}

  private final EntityManager entities;

  DeliveryReader(EntityManager entities) {
    this.entities = entities;
  }

  /** Deliveries of an incident in the order of its transitions. */
  public List<DeliveryView> ofIncident(UUID incident) {
    return StoredDelivery.<StoredDelivery>find(
            "incident = ?1 order by seq, receiver, round", incident)
        .stream()
        .map(DeliveryReader::view)
        .toList();
  }

  /**
   * Deliveries, the latest first.
   *
   * @param state only those in this state; null for all
   * @param before only those with a lower id
   * @param among only of incidents of these apps; null for all
   */
  public List<DeliveryView> latest(
      @Nullable DeliveryState state, long before, @Nullable Set<String> among, int most) {
    Map<String, Object> values = new HashMap<>(Map.of("before", before));
    String query = "id < :before";
    if (state != null) {
      query += " and state = :state";
      values.put("state", state);
    }
    if (among != null) {
      query += " and incident in (select i.id from StoredIncident i where i.app in :among)";
      values.put("among", among);
    }
    return StoredDelivery.<StoredDelivery>find(query + " order by id desc", values)
        .page(0, most)
        .stream()
        .map(DeliveryReader::view)
        .toList();
  }

  /** One delivery. */
  public Optional<DeliveryView> one(long id) {
    return StoredDelivery.<StoredDelivery>findByIdOptional(id).map(DeliveryReader::view);
  }

  /** What receivers know of these incidents, by incident and receiver. */
  Map<UUID, Map<String, Knowledge>> known(Collection<UUID> incidents) {
    Map<UUID, Map<String, Knowledge>> known = new HashMap<>();
    if (!incidents.isEmpty()) {
      entities
          .createQuery(
              """
              select d.incident, d.receiver,
                sum(case when d.held is null and d.state <> SUPPRESSED then 1 else 0 end),
                sum(case when d.held is not null and d.state <> SUPPRESSED then 1 else 0 end)
              from StoredDelivery d where d.incident in ?1 group by d.incident, d.receiver
              """,
              Known.class)
          .setParameter(1, incidents)
          .getResultStream()
          .forEach(row ->
              known
                  .computeIfAbsent(row.incident(), id -> new HashMap<>())
                  .put(row.receiver(), knowledge(row)));
    }
    return known;
  }

  private static Knowledge knowledge(Known row) {
    if (row.told() > 0) {
      return Knowledge.TOLD;
    }
    return row.held() > 0 ? Knowledge.HELD : Knowledge.NONE;
  }

  /** What each of these has still to be told. */
  Map<String, Backlog> backlogs(Collection<String> receivers) {
    Map<String, Backlog> backlogs = new HashMap<>();
    receivers.forEach(receiver -> backlogs.put(receiver, Backlog.NONE));
    entities
        .createQuery(
            """
            select d.receiver, count(d),
              min(case when d.held is null then coalesce(d.releasedAt, d.createdAt) end) from StoredDelivery d
            where d.receiver in ?1 and d.state in (PENDING, RETRY, UNKNOWN, CLAIMED)
            group by d.receiver
            """,
            Waiting.class)
        .setParameter(1, receivers)
        .getResultStream()
        .forEach(row -> backlogs.put(row.receiver(), new Backlog(row.count(), row.oldest())));
    return backlogs;
  }

  /**
   * When something that waits for a receiver will be due next; far away when nothing waits. Whether
   * it has to wait for something else by then does not matter: whoever looks in vain looks again.
   */
  Instant nextDue(String receiver, Instant now) {
    return Optional.ofNullable(
            entities
                .createQuery(
                    """
                    select min(d.dueAt) from StoredDelivery d
                    where d.receiver = ?1 and d.dueAt > ?2 and d.state in (PENDING, RETRY, UNKNOWN)
                    """,
                    Instant.class)
                .setParameter(1, receiver)
                .setParameter(2, now)
                .getSingleResult())
        .orElse(Instant.MAX);
  }

  /** Those of which a receiver was told something. */
  Set<UUID> told(Collection<UUID> incidents, String receiver) {
    return entities
        .createQuery(
            """
            select distinct d.incident from StoredDelivery d
            where d.incident in ?1 and d.receiver = ?2
              and (d.state in (SENT, SUPERSEDED) or d.missing is not null)
            """,
            UUID.class)
        .setParameter(1, incidents)
        .setParameter(2, receiver)
        .getResultStream()
        .collect(Collectors.toSet());
  }

  private static DeliveryView view(StoredDelivery row) {
    return new DeliveryView(
        row.id,
        row.incident,
        row.seq,
        row.receiver,
        row.reason,
        row.state,
        row.createdAt,
        row.state.isWaiting() ? row.dueAt : null,
        row.settledAt,
        row.attempts,
        row.toldBy,
        row.fault,
        row.detail,
        row.reference,
        row.prompt,
        row.held,
        row.remark,
        row.missing());
  }
}
