package io.stormdrain.notifier.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** An app's row: what is known of it, and the lock on all that belongs to it. */
@Entity
@Table(name = "case_file")
public class StoredCaseFile extends PanacheEntityBase {

  @Id String source;

  String app;
  String platform;
  @Nullable String environment;

  /** To whom it belongs, as its source says. */
  @Nullable String team;

  @JdbcTypeCode(SqlTypes.JSON)
  String story;

  int partition;

  @Column(name = "wall_due_at")
  @Nullable Instant wallDueAt;

  @Column(name = "missed_due_at")
  @Nullable Instant missedDueAt;

  @Column(name = "changed_at")
  Instant changedAt;

  /** When it was first heard of. */
  @Column(name = "known_since", insertable = false, updatable = false)
  Instant knownSince;

  /** The transaction that wrote the row, as PostgreSQL itself notes it. */
  @Column(name = "xmin", insertable = false, updatable = false)
  String edition;
}
