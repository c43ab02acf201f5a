package io.stormdrain.notifier.delivery;

import static jakarta.persistence.LockModeType.PESSIMISTIC_WRITE;

import io.stormdrain.notifier.incident.Incident;
import io.stormdrain.notifier.message.Message;
import io.stormdrain.notifier.route.Hold;
import io.stormdrain.notifier.store.IncidentReader;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * What is held back because a storm tells of it: it is taken back where it was not told yet,
 * whoever waits for it is told of the storm, and with the storm's end it is looked at again. In its
 * caller's transaction.
 */
@Singleton
class Shelter {

  /** What somebody tells just now stays with them. */
  private static final int SKIP_LOCKED = -2;

  private static final String OF_STORM =
      " and incident in (select m.incident from StoredMember m where m.storm = ?1) ";

  private final IncidentReader incidents;
  private final Prompts prompts;

  Shelter(IncidentReader incidents, Prompts prompts) {
    this.incidents = incidents;
    this.prompts = prompts;
  }

  /** Incidents have come to a storm: those that nobody was told of yet are not told alone. */
  void take(UUID storm, Instant now) {
    Map<UUID, Long> number = incidents.numbers(List.of(storm));
    Hold hold = Hold.byStorm(Message.label(Objects.requireNonNull(number.get(storm))), now);
    rows(
            "held is null and state = PENDING and attempts = 0"
                + " and reason in (OPENED, REOPENED, REGRESSED)"
                + OF_STORM,
            storm)
        .forEach(row -> row.holds(hold));
  }

  /** Whoever waits for what a storm holds back is told of the storm. */
  void tell(Incident storm, Instant now) {
    StoredDelivery.find(
            """
            select distinct d.receiver from StoredDelivery d
            where d.held = CAUSE and d.state = PENDING
              and d.incident in (select m.incident from StoredMember m where m.storm = ?1)
              and not exists (
                select 1 from StoredDelivery e
                where e.incident = ?1 and e.receiver = d.receiver)
            """,
            storm.id())
        .project(String.class)
        .list()
        .forEach(receiver ->
            prompts.tell(
                Prompt.STORM,
                storm.id(),
                storm.seq(),
                receiver,
                "told here because incidents of yours are among them",
                now));
  }

  /** The storm is over: what goes on is told, and what is over need not be. */
  void release(UUID storm, Instant now) {
    rows("held = CAUSE and state = PENDING" + OF_STORM, storm).forEach(row -> row.dueAt = now);
  }

  private static List<StoredDelivery> rows(String query, UUID storm) {
    return StoredDelivery.<StoredDelivery>find(query + "order by id", storm)
        .withLock(PESSIMISTIC_WRITE)
        .withHint("jakarta.persistence.lock.timeout", SKIP_LOCKED)
        .list();
  }
}
