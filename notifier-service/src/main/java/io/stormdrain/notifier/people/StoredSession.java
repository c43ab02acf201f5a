package io.stormdrain.notifier.people;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A session's row. */
@Entity
@Table(name = "session")
public class StoredSession extends PanacheEntityBase {

  @Id String hash;

  UUID account;

  @Column(name = "opened_at")
  Instant openedAt;

  @Column(name = "seen_at")
  Instant seenAt;

  static StoredSession of(Key key, UUID account, Instant now) {
    StoredSession row = new StoredSession();
    row.hash = key.hash();
    row.account = account;
    row.openedAt = now;
    row.seenAt = now;
    return row;
  }
}
