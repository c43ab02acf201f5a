package io.stormdrain.notifier.people;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;

/** A row of the audit log. The database itself refuses to change or delete it. */
@Entity
@Immutable
@Table(name = "audit")
public class StoredEntry extends PanacheEntityBase {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  Long id;

  Instant at;

  String who;

  @Enumerated(EnumType.STRING)
  Person.Means means;

  @Enumerated(EnumType.STRING)
  Deed what;

  String about;

  String detail;

  AuditEntry value() {
    return new AuditEntry(id, at, who, means, what, about, detail);
  }
}
