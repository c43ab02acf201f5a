package io.stormdrain.notifier.incident;

import io.stormdrain.notifier.threshold.Severity;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One trouble of one app over its life.
 *
 * @param type class of its leading finding: {@code missing-module}
 * @param key key of its leading finding
 * @param title one line that says what is wrong where
 * @param process the process in trouble; null where the whole app is
 * @param seq number of its latest transition
 * @param openedAt when it was first seen, by the app's own time
 * @param acknowledgedBy who looks after it
 * @param suspect the release it may have begun with
 * @param previous the last incident of the same kind before this one, when there was one
 * @param past how it ended before, when it did
 */
public record Incident(
    UUID id,
    String source,
    String app,
    String platform,
    @Nullable String environment,
    String type,
    String key,
    String title,
    @Nullable String process,
    IncidentState state,
    Severity severity,
    int seq,
    Instant openedAt,
    Instant changedAt,
    @Nullable Instant resolvedAt,
    @Nullable ResolveCause cause,
    @Nullable String acknowledgedBy,
    @Nullable Suspect suspect,
    @Nullable UUID previous,
    Past past) {

  public Incident {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(type, "type");
    if ((state == IncidentState.RESOLVED) != (resolvedAt != null)) {
      throw new IllegalArgumentException("resolvedAt belongs to RESOLVED and to nothing else");
    }
  }

  /** Whether it is not over. */
  public boolean isLive() {
    return state != IncidentState.RESOLVED;
  }

  Incident about(
      String newType, String newKey, String newTitle, @Nullable String newProcess, Severity worst) {
    return new Incident(
        id,
        source,
        app,
        platform,
        environment,
        newType,
        newKey,
        newTitle,
        newProcess,
        state,
        worst,
        seq,
        openedAt,
        changedAt,
        resolvedAt,
        cause,
        acknowledgedBy,
        suspect,
        previous,
        past);
  }

  Incident changed(Transition transition) {
    boolean over = transition.to() == IncidentState.RESOLVED;
    return new Incident(
        id,
        source,
        app,
        platform,
        environment,
        type,
        key,
        title,
        process,
        transition.to(),
        severity,
        transition.seq(),
        openedAt,
        transition.at(),
        over ? Objects.requireNonNullElse(resolvedAt, transition.at()) : null,
        over ? Objects.requireNonNullElse(transition.cause(), cause) : null,
        transition.reason() == Reason.ACKNOWLEDGED ? transition.actor() : acknowledgedBy,
        suspect,
        previous,
        over && isLive() ? past.ended(transition.at()) : past);
  }

  Incident with(Past other) {
    return new Incident(
        id,
        source,
        app,
        platform,
        environment,
        type,
        key,
        title,
        process,
        state,
        severity,
        seq,
        openedAt,
        changedAt,
        resolvedAt,
        cause,
        acknowledgedBy,
        suspect,
        previous,
        other);
  }
}
