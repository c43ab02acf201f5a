package io.stormdrain.notifier.console;

import io.stormdrain.notifier.api.PingAnswer;
import io.stormdrain.notifier.api.ReceiverEntry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who can be told, and who would be.
 *
 * @param tested how a test message went; null when none was sent
 * @param asked what was asked for; empty texts before anything was
 * @param told who would be told; null before anybody asked
 */
public record ReceiversPage(
    List<Row> receivers,
    List<String> severities,
    @Nullable PingAnswer tested,
    Question asked,
    @Nullable Told told) {

  public ReceiversPage {
    receivers = List.copyOf(receivers);
    severities = List.copyOf(severities);
  }

  /** A receiver. */
  public record Row(ReceiverEntry receiver, @Nullable Moment since, @Nullable Moment closedUntil) {}

  /** About which incident somebody asks. */
  public record Question(String app, String severity, String type, String environment, String at) {}

  /** Who would be told of it. */
  public record Told(Moment at, @Nullable String team, List<Line> lines) {
    public Told {
      lines = List.copyOf(lines);
    }
  }

  /** What would be decided for a receiver. */
  public record Line(
      String receiver,
      String decision,
      @Nullable Moment toldAt,
      @Nullable String held,
      @Nullable String route,
      @Nullable String repeat,
      List<String> escalations) {
    public Line {
      escalations = List.copyOf(escalations);
    }
  }
}
