package io.stormdrain.notifier.console;

import io.stormdrain.notifier.api.RuleEntry;
import java.util.List;

/**
 * Alert rules as people read them.
 *
 * @param groups by where they stand in a chain of trouble, causes first
 */
public record RulesPage(List<Group> groups) {

  public RulesPage {
    groups = List.copyOf(groups);
  }

  /** Rules of one stage. */
  public record Group(String stage, List<RuleEntry> rules) {
    public Group {
      rules = List.copyOf(rules);
    }
  }

  /** How many there are. */
  public int count() {
    return groups.stream().mapToInt(group -> group.rules().size()).sum();
  }
}
