package io.stormdrain.notifier.api;

import io.stormdrain.notifier.incident.Finding;
import io.stormdrain.notifier.line.Excerpt;
import io.stormdrain.notifier.line.LogLines;
import io.stormdrain.notifier.message.Message;
import io.stormdrain.notifier.signal.Evidence;
import io.stormdrain.notifier.store.IncidentView;
import jakarta.inject.Singleton;
import java.util.stream.Stream;

/** The log around the lines that are an incident's evidence. */
@Singleton
public class Surroundings {

  /** So many lines before, and so many after. */
  private static final int BEFORE = 50;

  private static final int AFTER = 20;

  private final LogLines lines;

  Surroundings(LogLines lines) {
    this.lines = lines;
  }

  /**
   * The line of an incident that is at this place.
   *
   * @throws ProblemException when no line of the incident was there
   */
  public Evidence evidence(IncidentView view, int partition, long offset) {
    return view.findings().stream()
        .flatMap(Surroundings::evidence)
        .filter(line -> line.partition() == partition && line.offset() == offset)
        .findFirst()
        .orElseThrow(() ->
            ProblemException.notFound(
                "%s has no evidence at %d/%d"
                    .formatted(Message.label(view.number()), partition, offset),
                "partition and offset of one of its lines"));
  }

  /** What Kafka still has around it. */
  public Excerpt around(IncidentView view, Evidence line) {
    return lines.around(view.incident().source(), line.partition(), line.offset(), BEFORE, AFTER);
  }

  /** Why there is nothing, in words. */
  public static String words(Excerpt.Why why) {
    return switch (why) {
      case FORGOTTEN -> "Kafka keeps lines for a time only, and this one is gone";
      case REPLACED -> "the topic was made anew, and what is at this place now is another line";
      case SILENT -> "Kafka does not answer now";
      case BUSY -> "too many read the log at once";
    };
  }

  private static Stream<Evidence> evidence(Finding finding) {
    return Stream.concat(finding.firstEvidence().stream(), finding.lastEvidence().stream());
  }
}
