package io.stormdrain.notifier.delivery;

import io.stormdrain.notifier.incident.IncidentState;
import io.stormdrain.notifier.incident.Reason;
import io.stormdrain.notifier.message.Message;
import io.stormdrain.notifier.message.Notice;
import io.stormdrain.notifier.threshold.Severity;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tells a receiver of an incident that there is not, and of its end, to see whether it hears. */
@Singleton
public class Ping {

  /**
   * How that went.
   *
   * @param latency of the message that did not arrive, or else of the first
   */
  public record Echo(Outcome outcome, Duration latency) {}

  private static final String TITLE = "This is a test: nothing is wrong";

  private final Receivers receivers;
  private final InstantSource clock;

  Ping(Receivers receivers, InstantSource clock) {
    this.receivers = receivers;
    this.clock = clock;
  }

  /** Does so; empty when there is no receiver of that name. */
  public Optional<Echo> send(String receiver) {
    return receivers.plan().receiver(receiver).map(this::send);
  }

  private Echo send(Receiver receiver) {
    UUID incident = UUID.randomUUID();
    long begin = System.nanoTime();
    Outcome opened = receiver.tell(telling(incident, Notice.OPENED, null));
    Duration latency = Duration.ofNanos(System.nanoTime() - begin);
    if (!(opened instanceof Outcome.Delivered delivered)) {
      return new Echo(opened, latency);
    }
    Outcome resolved = receiver.tell(telling(incident, Notice.RESOLVED, delivered.conversation()));
    return new Echo(resolved instanceof Outcome.Delivered ? opened : resolved, latency);
  }

  private Telling telling(UUID incident, Notice notice, @Nullable String reference) {
    Instant now = clock.instant();
    Message message =
        new Message(
            0,
            incident,
            notice,
            Severity.LOW,
            notice == Notice.RESOLVED ? IncidentState.RESOLVED : IncidentState.OPEN,
            TITLE,
            notice == Notice.RESOLVED ? "resolved: the test is over" : "",
            List.of(),
            new Message.Where(OwnTrouble.APP, null, null, OwnTrouble.APP),
            new Message.Sighting(now, now, notice == Notice.RESOLVED ? now : null, 1),
            null,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(new Message.Entry(now, "somebody asked for a test message")),
            null,
            null,
            null,
            false);
    return new Telling(
        clock.millis(),
        message,
        Reason.Notice.MESSAGE,
        new Conversation(TITLE, Severity.LOW, reference),
        false);
  }
}
