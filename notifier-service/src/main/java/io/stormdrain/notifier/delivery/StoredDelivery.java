package io.stormdrain.notifier.delivery;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.stormdrain.notifier.incident.Reason;
import io.stormdrain.notifier.message.InWords;
import io.stormdrain.notifier.route.Hold;
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
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
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

  @Enumerated(EnumType.ORDINAL)
  @Column(columnDefinition = "smallint")
  Urgency urgency;

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

  /** 0 for the transition itself, above for reminders of it. */
  int round;

  @Enumerated(EnumType.STRING)
  @Nullable Prompt prompt;

  @Enumerated(EnumType.STRING)
  Hold.@Nullable By held;

  @Nullable String bundle;

  @Column(name = "released_at")
  @Nullable Instant releasedAt;

  @Nullable String remark;

  /** Who behind the receiver does not have it while others do. */
  @JdbcTypeCode(SqlTypes.JSON)
  @Nullable String missing;

  Owed owed() {
    return new Owed(id, seq, reason, form, owedSince(), attempts, unknown, prompt, remark);
  }

  /** Since when it could have been told. */
  Instant owedSince() {
    return releasedAt == null ? createdAt : releasedAt;
  }

  /** Something holds it back. */
  void holds(Hold hold) {
    held = hold.by();
    dueAt = hold.until();
    remark = "held back since %s: %s".formatted(InWords.time(createdAt), hold.why());
    bundle = hold.bundle().isEmpty() ? null : hold.bundle();
  }

  /** Nothing holds it back any more. */
  void released(Instant at) {
    held = null;
    releasedAt = at;
    dueAt = at;
  }

  /** It need not be told any more. */
  void suppressed(Instant at) {
    state = DeliveryState.SUPPRESSED;
    settle(at);
  }

  /** Somebody wants it to be tried once more. */
  void replayed(Instant at) {
    state = DeliveryState.PENDING;
    releasedAt = at;
    dueAt = at;
    settledAt = null;
    unknown = 0;
    plain = false;
  }

  void claimed(UUID token, long carrier, Instant until) {
    state = DeliveryState.CLAIMED;
    claim = token;
    claimedUntil = until;
    toldBy = carrier;
    attempts++;
  }

  void told(long carrier, @Nullable String by, @Nullable Missing but, Instant at) {
    state = id == carrier ? DeliveryState.SENT : DeliveryState.SUPERSEDED;
    reference = by;
    fault = null;
    detail = null;
    missing = but == null ? null : but.stored();
    settle(at);
  }

  @Nullable Missing missing() {
    return missing == null ? null : Missing.read(missing);
  }

  /** Whether it waits only for some of those behind the receiver. */
  boolean isTellingSome() {
    return missing != null && state.isWaiting();
  }

  /** Who behind the receiver is still to be told while others have it. */
  Set<String> stillTold() {
    Missing some = missing();
    return some == null ? Set.of() : some.stillTold();
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

  /** Some have it, and these are told later; with nothing else, since that is for all. */
  void waitsFor(Missing some, Instant due, Fault why, String more) {
    waits(DeliveryState.RETRY, due, why, more);
    missing = some.stored();
    bundle = null;
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
