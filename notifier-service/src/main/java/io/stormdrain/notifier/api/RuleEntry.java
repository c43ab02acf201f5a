package io.stormdrain.notifier.api;

import io.stormdrain.notifier.threshold.AlertRule;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An alert rule: when signals become an incident, how bad it is, and when it is over. */
public record RuleEntry(
    @Schema(description = "Class of trouble, an incident's type", examples = "crash-loop")
        String id,
    @Schema(description = "The wider class that it belongs to") String label,
    @Schema(description = "What an incident is called; names in braces are filled in") String title,
    @Schema(description = "critical, high, medium, low or info") String severity,
    @Schema(description = "Where it stands in a chain: cause, consequence, failure, crash, notice")
        String stage,
    @Schema(description = "Types of signals that it looks at") List<String> on,
    @Schema(description = "What makes two troubles of it different; empty for one per app")
        List<String> key,
    @Schema(description = "When it opens, in words") String opens,
    @Schema(description = "When it becomes worse, in words") List<String> raises,
    @Schema(description = "When it is over, in words; any of these") List<String> resolves,
    @Schema(description = "Classes that are its effects when they follow it") List<String> explains,
    @Schema(description = "Whether it is only noted what it would tell") boolean shadow) {

  public RuleEntry {
    on = List.copyOf(on);
    key = List.copyOf(key);
    raises = List.copyOf(raises);
    resolves = List.copyOf(resolves);
    explains = List.copyOf(explains);
  }

  /** What people read of a rule. */
  public static RuleEntry of(AlertRule rule) {
    return new RuleEntry(
        rule.id(),
        rule.label(),
        rule.title().text(),
        rule.severity().word(),
        Words.of(rule.stage()),
        sorted(rule.on()),
        rule.key().stream().map(Words::of).toList(),
        RuleWords.of(rule.opens()),
        rule.raises().stream().map(RuleEntry::raise).toList(),
        rule.resolves().stream().map(RuleWords::of).toList(),
        sorted(rule.explains()),
        rule.shadow());
  }

  private static String raise(AlertRule.Raise raise) {
    String when =
        raise.on().isEmpty()
            ? RuleWords.of(raise.when())
            : "with " + String.join(" or ", sorted(raise.on()));
    return raise.to().word() + ": " + when;
  }

  private static List<String> sorted(Set<String> names) {
    return names.stream().sorted().toList();
  }
}
