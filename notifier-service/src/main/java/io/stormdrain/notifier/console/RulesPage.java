package io.stormdrain.notifier.console;

import io.stormdrain.notifier.api.RuleEntry;
import io.stormdrain.notifier.api.RuleTrial;
import io.stormdrain.notifier.message.InWords;
import io.stormdrain.notifier.message.LogText;
import io.stormdrain.notifier.store.Shadows;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Alert rules as people read them.
 *
 * @param groups by where they stand in a chain of trouble, causes first
 * @param untold what rules in shadow would have told, the latest first
 * @param text that was tried; empty when none was
 * @param trial what would become of it; null when none was tried
 * @param fault why it could not be tried; null when it could
 */
public record RulesPage(
    List<Group> groups,
    List<Untold> untold,
    String text,
    @Nullable Trial trial,
    @Nullable String fault) {

  public RulesPage {
    groups = List.copyOf(groups);
    untold = List.copyOf(untold);
  }

  /**
   * What nobody was told, because the rule is in shadow.
   *
   * @param over null while it goes on
   */
  public record Untold(
      String rule, String app, String title, String severity, Moment since, @Nullable Moment over) {

    static Untold of(Shadows.Seen seen) {
      return new Untold(
          seen.rule(),
          Shown.name(seen.app()),
          LogText.line(seen.title()),
          seen.severity().word(),
          new Moment(seen.at()),
          Moment.of(seen.over()));
    }
  }

  /** Rules of one stage. */
  public record Group(String stage, List<RuleEntry> rules) {
    public Group {
      rules = List.copyOf(rules);
    }
  }

  /** What would become of a text. */
  public record Trial(List<Found> found) {
    public Trial {
      found = List.copyOf(found);
    }

    static Trial of(RuleTrial trial, String text) {
      List<String> lines = text.lines().toList();
      return new Trial(trial.found().stream().map(found -> Found.of(found, lines)).toList());
    }
  }

  /**
   * Something that was found.
   *
   * @param enough whether it would be told
   * @param times how often it was seen, in words
   * @param lines that say so
   */
  public record Found(
      String rule,
      String title,
      String severity,
      boolean enough,
      String times,
      List<String> lines,
      List<String> remediation) {

    public Found {
      lines = List.copyOf(lines);
      remediation = List.copyOf(remediation);
    }

    private static Found of(RuleTrial.Found found, List<String> lines) {
      return new Found(
          found.rule(),
          LogText.line(found.title()),
          found.severity(),
          !found.state().equals("pending"),
          InWords.times(found.times()),
          found.lines().stream()
              .filter(number -> number >= 1 && number <= lines.size())
              .map(number -> LogText.line(lines.get((int) (number - 1))))
              .toList(),
          found.remediation().stream().map(LogText::line).toList());
    }
  }

  /** How many there are. */
  public int count() {
    return groups.stream().mapToInt(group -> group.rules().size()).sum();
  }
}
