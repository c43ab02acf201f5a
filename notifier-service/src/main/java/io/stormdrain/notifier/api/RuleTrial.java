package io.stormdrain.notifier.api;

import io.stormdrain.notifier.incident.App;
import io.stormdrain.notifier.incident.Finding;
import io.stormdrain.notifier.incident.FindingOrder;
import io.stormdrain.notifier.incident.Titles;
import io.stormdrain.notifier.incident.TrialRun;
import io.stormdrain.notifier.signal.Evidence;
import io.stormdrain.notifier.signal.StoryEntry;
import io.stormdrain.notifier.threshold.AlertRules;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What alert rules would make of a text. */
public record RuleTrial(
    @Schema(description = "How many signals it holds") int signals,
    @Schema(description = "What was found, causes first") List<Found> found) {

  private static final String NAME = "trial";
  private static final App NOBODY = new App(NAME, NAME, "unknown", null);
  private static final int KEEP = 5;

  public RuleTrial {
    found = List.copyOf(found);
  }

  /** Something that was found. */
  public record Found(
      @Schema(description = "The rule that found it") String rule,
      @Schema(description = "What it would be called") String title,
      @Schema(description = "critical, high, medium, low or info") String severity,
      @Schema(description = "open; pending when it is not enough of it yet; or what it became")
          String state,
      @Schema(description = "How often it was seen") long times,
      @Schema(description = "Lines that say so, from 1") List<Long> lines,
      @Schema(description = "What to do") List<String> remediation) {

    public Found {
      lines = List.copyOf(lines);
      remediation = List.copyOf(remediation);
    }
  }

  static RuleTrial of(AlertRules rules, List<StoryEntry> story) {
    TrialRun run = new TrialRun(rules, NOBODY, KEEP);
    story.forEach(entry -> run.accept(entry, entry.time()));
    return new RuleTrial(
        story.size(),
        run.findings().stream()
            .sorted(FindingOrder.by(rules))
            .map(finding -> found(rules, finding))
            .toList());
  }

  private static Found found(AlertRules rules, Finding finding) {
    return new Found(
        finding.rule(),
        Titles.of(rules.find(finding.rule()), finding, NAME),
        finding.severity().word(),
        Words.of(finding.state()),
        finding.tally().total(),
        Stream.concat(finding.firstEvidence().stream(), finding.lastEvidence().stream())
            .map(Evidence::offset)
            .distinct()
            .sorted()
            .toList(),
        finding.remediation());
  }
}
