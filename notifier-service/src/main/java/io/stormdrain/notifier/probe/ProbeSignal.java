package io.stormdrain.notifier.probe;

import io.stormdrain.notifier.delivery.Outcome;
import io.stormdrain.notifier.incident.App;
import io.stormdrain.notifier.outgoing.HttpPost.Reply;
import io.stormdrain.notifier.signal.Signal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What an answer to a probe, or none, says of an app: {@code probe.answered} or {@code
 * probe.failed}.
 */
final class ProbeSignal {

  private ProbeSignal() {}

  /** Whether the app is well. */
  static boolean isWell(Probe probe, Reply reply) {
    return reply instanceof Reply.Answer answer && probe.isWell(answer.status());
  }

  static Signal of(Probe probe, App app, Reply reply, Duration took, Instant now) {
    boolean well = isWell(probe, reply);
    String subject =
        switch (reply) {
          case Reply.Answer answer -> "status " + answer.status();
          case Reply.Failed failed ->
              failed.outcome() instanceof Outcome.Missed missed ? missed.detail() : "no answer";
        };
    return new Signal(
        "probe/" + app.source() + "/" + now.toEpochMilli(),
        well ? "probe.answered" : "probe.failed",
        app.source(),
        app.name(),
        app.platform(),
        app.environment(),
        null,
        null,
        now,
        subject,
        Map.of("milliseconds", took.toMillis()),
        List.of(
            "Ask yourself: curl -sv --max-time %d '%s' (every %d s it is asked the same way)"
                .formatted(
                    probe.timeout().toSeconds(),
                    probe.url().toString().replace("'", "%27"),
                    probe.every().toSeconds())),
        null);
  }
}
