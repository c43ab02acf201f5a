package io.stormdrain.notifier.delivery;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.stormdrain.notifier.incident.Reason;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A delivery's row. */
@Entity
@Table(name = "delivery")
public class StoredDelivery extends PanacheEntityBase {

  /** What waits for its turn; JPQL. */
  static final String WAITS = " in (PENDING, RETRY, UNKNOWN) ";

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "delivery_id")
  @SequenceGenerator(name = "delivery_id", sequenceName = "delivery_id", allocationSize = 50)
  Long id;

  @Column(name = "incident_id")
  UUID incident;

  int seq;
  String receiver;

  @Enumerated(EnumType.STRING)
  Reason reason;

  @Enumerated(EnumType.STRING)
  Reason.Notice form;

  @Enumerated(EnumType.STRING)
  DeliveryState state;

  @Column(name = "created_at")
  Instant createdAt;

  @Column(name = "due_at")
  Instant dueAt;

  int attempts;
  int unknown;
  boolean plain;
  @Nullable UUID claim;

  @Column(name = "claimed_until")
  @Nullable Instant claimedUntil;

  @Column(name = "told_by")
  @Nullable Long toldBy;

  @Enumerated(EnumType.STRING)
  @Nullable Fault fault;

  @Nullable String detail;

  @Column(name = "settled_at")
  @Nullable Instant settledAt;

  @Nullable String reference;

  Owed owed() {
    return new Owed(id, seq, reason, createdAt, attempts, unknown);
  }

  void claimed(UUID token, long carrier, Instant until) {
    state = DeliveryState.CLAIMED;
    claim = token;
    claimedUntil = until;
    toldBy = carrier;
    attempts++;
  }

  void told(long carrier, @Nullable String by, Instant at) {
    state = id == carrier ? DeliveryState.SENT : DeliveryState.SUPERSEDED;
    reference = by;
    fault = null;
    detail = null;
    settle(at);
  }

  void waits(DeliveryState next, Instant due, Fault why, @Nullable String more) {
    state = next;
    dueAt = due;
    fault = why;
    detail = more;
    if (next == DeliveryState.UNKNOWN) {
      unknown++;
    } else {
      // It did not arrive, so what is told next may take it along.
      toldBy = null;
    }
    release();
  }

  void dies(Fault why, @Nullable String more, Instant at) {
    state = DeliveryState.DEAD;
    toldBy = null;
    fault = why;
    detail = more;
    settle(at);
  }

  private void settle(Instant at) {
    settledAt = at;
    release();
  }

  private void release() {
    claim = null;
    claimedUntil = null;
  }
}
