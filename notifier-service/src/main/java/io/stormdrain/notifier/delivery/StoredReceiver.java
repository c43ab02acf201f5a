package io.stormdrain.notifier.delivery;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A receiver's row; there is none before anything was to be told to it. */
@Entity
@Table(name = "receiver")
public class StoredReceiver extends PanacheEntityBase {

  @Id String name;

  @Column(name = "blocked_until")
  @Nullable Instant blockedUntil;

  @Column(name = "tried_again_at")
  @Nullable Instant triedAgainAt;

  @Column(name = "paced_until")
  @Nullable Instant pacedUntil;

  int failures;

  @Enumerated(EnumType.STRING)
  @Nullable Fault fault;

  @Nullable String detail;
  @Nullable Instant since;

  Standing standing() {
    return new Standing(blockedUntil, triedAgainAt, failures, fault, detail, since);
  }
}
