package io.stormdrain.notifier.threshold;

import java.util.List;

/**
 * Alert rules, and what is written beside them of how they are to work.
 *
 * @param tests of all rules, in the order in which they are written
 */
public record RulePack(AlertRules rules, List<RuleTest> tests) {
  public RulePack {
    tests = List.copyOf(tests);
  }
}
