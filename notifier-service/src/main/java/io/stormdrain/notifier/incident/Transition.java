package io.stormdrain.notifier.incident;

import io.stormdrain.notifier.threshold.Severity;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A numbered change of an incident.
 *
 * @param seq from 1, without gaps
 * @param at by the app's own time, or by the clock on the wall where silence or a person decided
 * @param from null for the first
 * @param cause only with {@link Reason#RESOLVED}
 * @param detail what exactly: the effect, the subject, the count
 * @param actor the person, null for ourselves
 */
public record Transition(
    UUID incident,
    int seq,
    Instant at,
    @Nullable IncidentState from,
    IncidentState to,
    Reason reason,
    @Nullable ResolveCause cause,
    Severity severity,
    String detail,
    @Nullable String actor) {

  public Transition {
    Objects.requireNonNull(incident, "incident");
    if (seq < 1) {
      throw new IllegalArgumentException("seq begins at 1, got " + seq);
    }
    if ((reason == Reason.RESOLVED) != (cause != null)) {
      throw new IllegalArgumentException(
          "a cause belongs to RESOLVED and to nothing else, got " + reason);
    }
  }
}
