package io.stormdrain.notifier.digest;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.stormdrain.notifier.delivery.Outcome;
import io.stormdrain.notifier.route.Appointment;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** That a receiver is to be told of a team's digest of a day, and what came of it. */
@Entity
@Table(name = "digest_telling")
@IdClass(StoredTelling.Key.class)
public class StoredTelling extends PanacheEntityBase {

  /** How it stands. */
  enum State {
    DUE,
    /** Somebody tells it, until his time is up; then nobody knows whether it was told. */
    TELLING,
    TOLD,
    DEAD
  }

  /** Identity of one. */
  public record Key(String team, LocalDate day, String receiver) implements Serializable {}

  /** Longer than any receiver takes to answer. */
  private static final Duration LEASE = Duration.ofMinutes(2);

  private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);
  private static final int MOST_DOUBLINGS = 5;

  /** How often it may arrive twice. */
  private static final int MOST_UNKNOWN = 3;

  @Id String team;
  @Id LocalDate day;
  @Id String receiver;

  @Column(name = "period_from")
  Instant from;

  @Column(name = "period_until")
  Instant until;

  @Enumerated(EnumType.STRING)
  State state;

  @Column(name = "due_at")
  Instant dueAt;

  int attempts;
  int unknown;
  @Nullable String detail;

  Key key() {
    return new Key(team, day, receiver);
  }

  /** It is told now. What was being told when its teller's time was up may have arrived. */
  void claim(Instant now) {
    if (state == State.TELLING) {
      unknown++;
    }
    state = State.TELLING;
    attempts++;
    dueAt = now.plus(LEASE);
  }

  /** What came of it. */
  void settle(Outcome outcome, Instant now) {
    switch (outcome) {
      case Outcome.Delivered delivered -> {
        state = State.TOLD;
        detail = null;
      }
      case Outcome.Retry retry -> {
        Duration pause = pause();
        again(
            retry.detail(), now.plus(retry.after() == null ? pause : longer(retry.after(), pause)));
      }
      case Outcome.Partly partly -> {
        state = State.TOLD;
        detail = partly.toString();
      }
      case Outcome.Refused refused -> {
        state = State.DEAD;
        detail = refused.detail();
      }
      case Outcome.Unknown lost -> {
        unknown++;
        again(lost.detail(), now.plus(pause()));
      }
    }
  }

  private void again(String why, Instant at) {
    boolean late = at.isAfter(until.plus(Appointment.LATEST)) || unknown >= MOST_UNKNOWN;
    state = late ? State.DEAD : State.DUE;
    dueAt = at;
    detail = why;
  }

  private Duration pause() {
    return FIRST_PAUSE.multipliedBy(1L << Math.min(attempts, MOST_DOUBLINGS));
  }

  private static Duration longer(Duration a, Duration b) {
    return a.compareTo(b) > 0 ? a : b;
  }
}
