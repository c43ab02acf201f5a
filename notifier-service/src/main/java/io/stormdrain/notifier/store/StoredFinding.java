package io.stormdrain.notifier.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.stormdrain.notifier.incident.Finding;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A finding's row. */
@Entity
@Table(name = "finding")
public class StoredFinding extends PanacheEntityBase {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  Long id;

  String source;
  String rule;

  @Column(name = "finding_key")
  String key;

  @Column(name = "incident_id")
  @Nullable UUID incident;

  boolean active;

  @JdbcTypeCode(SqlTypes.JSON)
  String document;

  Finding value() {
    return Json.read(document, Finding.class);
  }
}
