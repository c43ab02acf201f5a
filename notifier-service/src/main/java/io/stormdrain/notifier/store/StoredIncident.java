package io.stormdrain.notifier.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.stormdrain.notifier.incident.App;
import io.stormdrain.notifier.incident.Incident;
import io.stormdrain.notifier.incident.IncidentState;
import io.stormdrain.notifier.incident.Past;
import io.stormdrain.notifier.incident.ResolveCause;
import io.stormdrain.notifier.incident.Suspect;
import io.stormdrain.notifier.threshold.Severity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Generated;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.generator.EventType;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** An incident's row. */
@Entity
@Table(name = "incident")
public class StoredIncident extends PanacheEntityBase {

  @Id UUID id;

  /** What people call it by: INC-17. */
  @Generated(event = EventType.INSERT)
  @Column(insertable = false, updatable = false)
  Long number;

  String source;
  String app;
  String platform;
  @Nullable String environment;
  String type;

  @Column(name = "finding_key")
  String key;

  String title;
  @Nullable String process;

  @Enumerated(EnumType.STRING)
  IncidentState state;

  @Enumerated(EnumType.STRING)
  Severity severity;

  int seq;

  @Column(name = "opened_at")
  Instant openedAt;

  @Column(name = "changed_at")
  Instant changedAt;

  @Column(name = "resolved_at")
  @Nullable Instant resolvedAt;

  @Enumerated(EnumType.STRING)
  @Nullable ResolveCause cause;

  @Column(name = "acknowledged_by")
  @Nullable String acknowledgedBy;

  @JdbcTypeCode(SqlTypes.JSON)
  @Nullable String suspect;

  @Nullable UUID previous;

  @JdbcTypeCode(SqlTypes.JSON)
  @Nullable String past;

  Incident value() {
    return new Incident(
        id,
        new App(source, app, platform, environment),
        new Incident.Trouble(type, key, title, process, severity),
        new Incident.Standing(state, seq, changedAt, resolvedAt, cause, acknowledgedBy),
        openedAt,
        suspect == null ? null : Json.read(suspect, Suspect.class),
        previous,
        past == null ? Past.NONE : Json.read(past, Past.class));
  }

  /** Takes over all but what never changes: identity, source and previous. */
  void value(Incident incident) {
    app = incident.app();
    platform = incident.platform();
    environment = incident.environment();
    type = incident.type();
    key = incident.key();
    title = incident.title();
    process = incident.process();
    state = incident.state();
    severity = incident.severity();
    seq = incident.seq();
    openedAt = incident.openedAt();
    changedAt = incident.changedAt();
    resolvedAt = incident.resolvedAt();
    cause = incident.cause();
    acknowledgedBy = incident.acknowledgedBy();
    past = incident.past().equals(Past.NONE) ? null : Json.write(incident.past());
    suspect = incident.suspect() == null ? null : Json.write(incident.suspect());
  }
}
