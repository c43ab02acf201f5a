package io.stormdrain.notifier.api;

import io.stormdrain.notifier.incident.Due;
import io.stormdrain.notifier.incident.Finding;
import io.stormdrain.notifier.incident.Incident;
import io.stormdrain.notifier.message.Composer;
import io.stormdrain.notifier.message.InWords;
import io.stormdrain.notifier.message.Message;
import io.stormdrain.notifier.signal.Evidence;
import io.stormdrain.notifier.store.IncidentView;
import io.stormdrain.notifier.threshold.AlertRule;
import io.stormdrain.notifier.threshold.AlertRules;
import io.stormdrain.notifier.threshold.Condition;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Why there is an incident, and why it is as it is: rule by rule, with what each has counted. */
public record Explanation(
    @Schema(description = "INC-17") String incident,
    @Schema(description = "What is wrong") String title,
    @Schema(description = "Its parts, causes before their effects") List<Part> parts,
    @Schema(description = "What has happened, each in a line with its time") List<String> history) {

  private static final String GONE = "its rule is not in force any more";

  public Explanation {
    parts = List.copyOf(parts);
    history = List.copyOf(history);
  }

  /** What one alert rule has to do with it. */
  public record Part(
      @Schema(description = "Id of the alert rule") String rule,
      @Schema(description = "leads, or belongs to what leads") String role,
      @Schema(description = "Types of signals that the rule looks at") List<String> signals,
      @Schema(description = "What makes two troubles of the rule different, as it is here")
          List<String> key,
      @Schema(description = "When the rule opens") String opens,
      @Schema(description = "What was counted for that") String counted,
      @Schema(description = "How bad it is and what made it so") List<String> severity,
      @Schema(description = "When the rule says that it is over; any of these")
          List<String> resolves,
      @Schema(description = "pending, open, recovering or resolved") String state,
      @Schema(description = "What happens next by itself, and when") @Nullable String next,
      @Schema(description = "The first and the latest lines by which it was seen")
          List<SeenLine> lines) {

    public Part {
      signals = List.copyOf(signals);
      key = List.copyOf(key);
      severity = List.copyOf(severity);
      resolves = List.copyOf(resolves);
      lines = List.copyOf(lines);
    }
  }

  /** A line of evidence. */
  public record SeenLine(
      @Schema(description = "Partition of topic log-lines") int partition,
      @Schema(description = "Offset in it") long offset,
      @Schema(description = "As it came: hostile text, escape it") String text) {

    private static SeenLine of(Evidence line) {
      return new SeenLine(line.partition(), line.offset(), line.line());
    }
  }

  static Explanation of(IncidentView view, AlertRules rules) {
    Incident incident = view.incident();
    Finding lead = Composer.lead(view);
    return new Explanation(
        Message.label(view.number()),
        incident.title(),
        view.findings().stream()
            .map(finding -> part(finding, finding.equals(lead), rules.find(finding.rule())))
            .toList(),
        Composer.history(view).stream()
            .map(entry -> InWords.time(entry.at()) + "  " + entry.text())
            .toList());
  }

  private static Part part(Finding finding, boolean leads, @Nullable AlertRule rule) {
    return new Part(
        finding.rule(),
        leads ? "leads" : "belongs to what leads",
        rule == null ? List.of() : rule.on().stream().sorted().toList(),
        rule == null ? List.of(finding.key()) : key(rule, finding),
        rule == null ? GONE : RuleWords.of(rule.opens()),
        TallyWords.of(rule == null ? new Condition.AtOnce() : rule.opens(), finding.tally()),
        severity(finding, rule),
        rule == null ? List.of() : rule.resolves().stream().map(RuleWords::of).toList(),
        Words.of(finding.state()),
        next(finding.due()),
        Stream.concat(finding.firstEvidence().stream(), finding.lastEvidence().stream())
            .map(SeenLine::of)
            .toList());
  }

  private static List<String> key(AlertRule rule, Finding finding) {
    String[] values = finding.key().split("\\|", -1);
    if (values.length != rule.key().size()) {
      return rule.key().isEmpty() ? List.of() : List.of(finding.key());
    }
    return Stream.iterate(0, i -> i + 1)
        .limit(values.length)
        .map(i -> Words.of(rule.key().get(i)) + " " + values[i])
        .toList();
  }

  /** What it began as, and each raise that brought it to where it is. */
  private static List<String> severity(Finding finding, @Nullable AlertRule rule) {
    String now = finding.severity().word();
    if (rule == null || finding.severity() == rule.severity()) {
      return List.of(now);
    }
    return Stream.concat(
            Stream.of("%s, at first %s".formatted(now, rule.severity().word())),
            rule.raises().stream()
                .filter(raise -> !raise.to().isWorseThan(finding.severity()))
                .map(raise -> words(raise, finding)))
        .toList();
  }

  private static String words(AlertRule.Raise raise, Finding finding) {
    return raise.on().isEmpty()
        ? "%s %s: %s"
            .formatted(
                raise.to().word(),
                RuleWords.of(raise.when()),
                TallyWords.of(raise.when(), finding.tally()))
        : "%s with %s"
            .formatted(
                raise.to().word(), String.join(" or ", raise.on().stream().sorted().toList()));
  }

  private static @Nullable String next(@Nullable Due due) {
    if (due == null) {
      return null;
    }
    String what =
        switch (due.then()) {
          case OPENS -> "opens, unless it has recovered by then";
          case MISSED -> "is missed, unless the next one has come by then";
          case JUDGED -> "is judged";
          case RECOVERED -> "is over, if nothing bad is seen until then";
          case QUIET -> "is over, if it is not seen until then and the app goes on talking";
          case RELEASED -> "is over, if it is not seen under the new release until then";
        };
    return InWords.time(due.at()) + ": " + what;
  }
}
