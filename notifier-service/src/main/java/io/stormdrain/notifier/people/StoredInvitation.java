package io.stormdrain.notifier.people;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A one-time link's row; gone once the link was used. */
@Entity
@Table(name = "invitation")
public class StoredInvitation extends PanacheEntityBase {

  @Id String hash;

  /** Null for whoever comes first. */
  @Nullable UUID account;

  @Column(name = "expires_at")
  Instant expiresAt;

  static StoredInvitation of(Key key, @Nullable UUID account, Instant expiresAt) {
    StoredInvitation row = new StoredInvitation();
    row.hash = key.hash();
    row.account = account;
    row.expiresAt = expiresAt;
    return row;
  }
}
