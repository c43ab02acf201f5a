package io.stormdrain.notifier.route;

import io.stormdrain.notifier.incident.Reason;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What is decided for a transition and a receiver.
 *
 * @param timing when it is told, if it is
 * @param bundle those of one bundle are told together; empty when it is told by itself
 * @param hold what holds it back; null when nothing does
 */
public record Ruling(Decision decision, Timing timing, String bundle, @Nullable Hold hold) {

  /** How long to wait before it is told. */
  public Duration patience(Reason reason) {
    if (reason == Reason.OPENED) {
      return timing.groupWait();
    }
    return reason.notice() == Reason.Notice.EDIT ? timing.updateInterval() : Duration.ZERO;
  }

  /** Whether a message of its own is made of it, or only a change of one. */
  public Reason.Notice form(Reason reason) {
    return decision == Decision.CHANGED_QUIETLY ? Reason.Notice.EDIT : reason.notice();
  }

  /** The same with another decision. */
  public Ruling with(Decision other) {
    return new Ruling(other, timing, bundle, hold);
  }
}
