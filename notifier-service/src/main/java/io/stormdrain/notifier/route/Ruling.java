package io.stormdrain.notifier.route;

import io.stormdrain.notifier.incident.Reason;
import java.time.Duration;

/**
 * What is decided for a transition and a receiver.
 *
 * @param timing when it is told, if it is
 */
public record Ruling(Decision decision, Timing timing) {

  /** How long to wait before it is told. */
  public Duration patience(Reason reason) {
    if (reason == Reason.OPENED) {
      return timing.groupWait();
    }
    return reason.notice() == Reason.Notice.EDIT ? timing.updateInterval() : Duration.ZERO;
  }
}
