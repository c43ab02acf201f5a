package io.stormdrain.notifier.delivery;

import static jakarta.persistence.LockModeType.PESSIMISTIC_WRITE;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How receivers are, for all instances. Every method runs in its caller's transaction. */
@Singleton
final class ReceiverStandings {

  private final EntityManager entities;

  ReceiverStandings(EntityManager entities) {
    this.entities = entities;
  }

  /** How these are. */
  Map<String, Standing> of(Collection<String> receivers) {
    Map<String, StoredReceiver> rows =
        StoredReceiver.<StoredReceiver>find("name in ?1", receivers).stream()
            .collect(Collectors.toMap(row -> row.name, row -> row));
    return receivers.stream()
        .collect(
            Collectors.toMap(
                name -> name,
                name ->
                    Optional.ofNullable(rows.get(name))
                        .map(StoredReceiver::standing)
                        .orElse(Standing.GOOD)));
  }

  /** It took a message; says whether that is news. */
  boolean good(String receiver) {
    return StoredReceiver.update(
            "fault = null, detail = null, since = null, failures = 0, triedAgainAt = null"
                + " where name = ?1 and fault is not null",
            receiver)
        > 0;
  }

  /** It did not take a message; says whether the fault is another than before. */
  boolean bad(
      String receiver, Fault fault, String detail, @Nullable Instant blockedUntil, Instant now) {
    // Several attempts end at a time: each counts.
    StoredReceiver row = locked(receiver);
    boolean news = row.fault != fault;
    if (news) {
      row.fault = fault;
      row.since = now;
    }
    row.detail = detail;
    // What was under way already when it was spared says nothing new.
    if (row.triedAgainAt == null || !row.triedAgainAt.isAfter(now)) {
      row.failures++;
      row.triedAgainAt = Standing.rest(fault, row.failures, now);
    }
    if (blockedUntil != null
        && (row.blockedUntil == null || blockedUntil.isAfter(row.blockedUntil))) {
      row.blockedUntil = blockedUntil;
    }
    return news;
  }

  /** Its row, for nobody else until the caller's transaction ends. */
  StoredReceiver locked(String receiver) {
    StoredReceiver row = StoredReceiver.findById(receiver, PESSIMISTIC_WRITE);
    if (row != null) {
      return row;
    }
    entities
        .createNativeQuery("insert into receiver (name) values (?1) on conflict do nothing")
        .setParameter(1, receiver)
        .executeUpdate();
    return Objects.requireNonNull(StoredReceiver.findById(receiver, PESSIMISTIC_WRITE));
  }
}
