package io.stormdrain.notifier.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.stormdrain.notifier.incident.IncidentState;
import io.stormdrain.notifier.incident.Reason;
import io.stormdrain.notifier.incident.ResolveCause;
import io.stormdrain.notifier.incident.Transition;
import io.stormdrain.notifier.threshold.Severity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A transition's row; never changed. */
@Entity
@Table(name = "transition")
@IdClass(StoredTransition.Key.class)
public class StoredTransition extends PanacheEntityBase {

  /** Identity of a transition. */
  public record Key(UUID incident, int seq) implements Serializable {}

  @Id
  @Column(name = "incident_id")
  UUID incident;

  @Id int seq;

  Instant at;

  @Enumerated(EnumType.STRING)
  @Column(name = "from_state")
  @Nullable IncidentState from;

  @Enumerated(EnumType.STRING)
  @Column(name = "to_state")
  IncidentState to;

  @Enumerated(EnumType.STRING)
  Reason reason;

  @Enumerated(EnumType.STRING)
  @Nullable ResolveCause cause;

  @Enumerated(EnumType.STRING)
  Severity severity;

  String detail;
  @Nullable String actor;

  static StoredTransition of(Transition transition) {
    StoredTransition stored = new StoredTransition();
    stored.incident = transition.incident();
    stored.seq = transition.seq();
    stored.at = transition.at();
    stored.from = transition.from();
    stored.to = transition.to();
    stored.reason = transition.reason();
    stored.cause = transition.cause();
    stored.severity = transition.severity();
    stored.detail = transition.detail();
    stored.actor = transition.actor();
    return stored;
  }

  Transition value() {
    return new Transition(incident, seq, at, from, to, reason, cause, severity, detail, actor);
  }
}
