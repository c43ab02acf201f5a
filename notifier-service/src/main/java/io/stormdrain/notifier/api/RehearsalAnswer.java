package io.stormdrain.notifier.api;

import io.stormdrain.notifier.delivery.Rehearsal;
import io.stormdrain.notifier.incident.Reason;
import io.stormdrain.notifier.message.InWords;
import io.stormdrain.notifier.route.Hold;
import io.stormdrain.notifier.route.Urging;
import io.stormdrain.notifier.threshold.Severity;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Who would be told of an incident, and why. */
public record RehearsalAnswer(
    @Schema(description = "When it would begin") Instant at,
    @Schema(description = "Whose app it is, by the routing file") @Nullable String team,
    @Schema(description = "What would be decided for each receiver") List<Line> receivers) {

  public RehearsalAnswer {
    receivers = List.copyOf(receivers);
  }

  /** What would be decided for a receiver. */
  public record Line(
      @Schema(description = "Name of the receiver") String receiver,
      @Schema(description = "The decision, in a word: severe-enough, held, below-minimum, ...")
          String decision,
      @Schema(description = "When it would be told; absent when it would not")
          @Nullable Instant toldAt,
      @Schema(description = "Why not at once") @Nullable String held,
      @Schema(description = "What the route that leads there matches") @Nullable String route,
      @Schema(description = "First pause until a reminder, in seconds; absent when there is none")
          @Nullable Long repeat,
      @Schema(description = "Who else is told, if nobody looks after it, and when")
          List<String> escalations) {

    public Line {
      escalations = List.copyOf(escalations);
    }

    static Line of(Rehearsal.Part part, Severity severity, Instant at) {
      Hold hold = part.ruling().hold();
      Instant told = hold == null ? at.plus(part.ruling().patience(Reason.OPENED)) : hold.until();
      Urging urging = part.urging();
      return new Line(
          part.receiver(),
          Words.of(part.ruling().decision()),
          part.ruling().decision().isTold() ? told : null,
          hold == null ? null : hold.why(),
          part.route(),
          urging == null
              ? null
              : urging.repeat().pause(severity, 0).map(pause -> pause.toSeconds()).orElse(null),
          urging == null
              ? List.of()
              : urging.escalations().stream()
                  .map(step ->
                      "%s after %s"
                          .formatted(
                              String.join(", ", step.receivers()), InWords.duration(step.after())))
                  .toList());
    }
  }
}
