package io.stormdrain.notifier.incident;

import io.stormdrain.notifier.process.Story;
import io.stormdrain.notifier.signal.StoryEntry;
import io.stormdrain.notifier.threshold.AlertRule;
import io.stormdrain.notifier.threshold.AlertRules;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What rules would find in a story that begins with it and of which nobody is told. */
public final class TrialRun {

  private final AlertRules rules;
  private final CaseFile file;

  /**
   * Nothing has been said yet.
   *
   * @param keep how many log lines a finding keeps as evidence, first and latest each
   */
  public TrialRun(AlertRules rules, App app, int keep) {
    this.rules = rules;
    this.file = new CaseFile(rules, Story.BLANK, new Docket(app, List.of(), List.of()), keep);
  }

  /** Takes the next entry of the story. */
  public void accept(StoryEntry entry, Instant wall) {
    file.accept(entry, wall);
  }

  /** What was found, also what was not enough of to be told; the last of each kind and key. */
  public List<Finding> findings() {
    List<Finding> all = new ArrayList<>(file.docket().leftFindings());
    for (Finding dropped : file.docket().droppedFindings()) {
      AlertRule rule = rules.find(dropped.rule());
      if (dropped.incident() == null && (rule == null || !rule.isHarmlessOnceRecovered())) {
        all.add(dropped);
      }
    }
    all.addAll(file.docket().findings());
    return all;
  }
}
