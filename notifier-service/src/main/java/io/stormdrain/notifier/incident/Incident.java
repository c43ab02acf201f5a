package io.stormdrain.notifier.incident;

import io.stormdrain.notifier.threshold.Severity;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One trouble of one app over its life.
 *
 * @param trouble what its leading finding says now
 * @param standing where it stands since its latest transition
 * @param openedAt when it was first seen, by the app's own time
 * @param suspect the release it may have begun with
 * @param previous the last incident of the same kind before this one, when there was one
 * @param past how it ended before, when it did
 */
public record Incident(
    UUID id,
    App owner,
    Trouble trouble,
    Standing standing,
    Instant openedAt,
    @Nullable Suspect suspect,
    @Nullable UUID previous,
    Past past) {

  /**
   * What is wrong.
   *
   * @param type class of its leading finding: {@code missing-module}
   * @param key key of its leading finding
   * @param title one line that says what is wrong where
   * @param process the process in trouble; null where the whole app is
   */
  public record Trouble(
      String type, String key, String title, @Nullable String process, Severity severity) {

    public Trouble {
      Objects.requireNonNull(type, "type");
      Objects.requireNonNull(severity, "severity");
    }
  }

  /**
   * How far it has come.
   *
   * @param seq number of its latest transition; 0 before the first
   * @param acknowledgedBy who looks after it
   */
  public record Standing(
      IncidentState state,
      int seq,
      Instant changedAt,
      @Nullable Instant resolvedAt,
      @Nullable ResolveCause cause,
      @Nullable String acknowledgedBy) {

    public Standing {
      if ((state == IncidentState.RESOLVED) != (resolvedAt != null)) {
        throw new IllegalArgumentException("resolvedAt belongs to RESOLVED and to nothing else");
      }
    }

    static Standing begun(Instant at) {
      return new Standing(IncidentState.OPEN, 0, at, null, null, null);
    }

    private Standing after(Transition transition) {
      boolean over = transition.to() == IncidentState.RESOLVED;
      return new Standing(
          transition.to(),
          transition.seq(),
          transition.at(),
          over ? Objects.requireNonNullElse(resolvedAt, transition.at()) : null,
          over ? Objects.requireNonNullElse(transition.cause(), cause) : null,
          transition.reason() == Reason.ACKNOWLEDGED ? transition.actor() : acknowledgedBy);
    }
  }

  public Incident {
    Objects.requireNonNull(id, "id");
  }

  /** When it began, or came back last. */
  public Instant beganAt() {
    return Objects.requireNonNullElse(past.backAt(), openedAt);
  }

  /** Whether it is not over. */
  public boolean isLive() {
    return state() != IncidentState.RESOLVED;
  }

  Incident about(Trouble other) {
    return new Incident(id, owner, other, standing, openedAt, suspect, previous, past);
  }

  Incident changed(Transition transition) {
    boolean ends = isLive() && transition.to() == IncidentState.RESOLVED;
    Past then = ends ? past.ended(transition.at()) : past;
    Standing next = standing.after(transition);
    return new Incident(id, owner, trouble, next, openedAt, suspect, previous, then);
  }

  Incident with(Past other) {
    return new Incident(id, owner, trouble, standing, openedAt, suspect, previous, other);
  }

  public String source() {
    return owner.source();
  }

  public String app() {
    return owner.name();
  }

  public String platform() {
    return owner.platform();
  }

  public @Nullable String environment() {
    return owner.environment();
  }

  public String type() {
    return trouble.type();
  }

  public String key() {
    return trouble.key();
  }

  public String title() {
    return trouble.title();
  }

  public @Nullable String process() {
    return trouble.process();
  }

  public Severity severity() {
    return trouble.severity();
  }

  public IncidentState state() {
    return standing.state();
  }

  public int seq() {
    return standing.seq();
  }

  public Instant changedAt() {
    return standing.changedAt();
  }

  public @Nullable Instant resolvedAt() {
    return standing.resolvedAt();
  }

  public @Nullable ResolveCause cause() {
    return standing.cause();
  }

  public @Nullable String acknowledgedBy() {
    return standing.acknowledgedBy();
  }
}
