package io.stormdrain.notifier.incident;

import io.stormdrain.notifier.threshold.AlertRule;
import io.stormdrain.notifier.threshold.AlertRules;
import io.stormdrain.notifier.threshold.Stage;
import java.util.Comparator;

/** Causes before their effects, then what was seen first. */
public final class FindingOrder {

  private FindingOrder() {}

  /** The order by these rules; a finding whose rule is gone comes last. */
  public static Comparator<Finding> by(AlertRules rules) {
    return Comparator.<Finding, Stage>comparing(finding -> stage(rules, finding))
        .thenComparing(Finding::firstSeen);
  }

  static Stage stage(AlertRules rules, Finding finding) {
    AlertRule rule = rules.find(finding.rule());
    return rule == null ? Stage.NOTICE : rule.stage();
  }
}
