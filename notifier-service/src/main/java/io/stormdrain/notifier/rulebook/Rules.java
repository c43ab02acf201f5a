package io.stormdrain.notifier.rulebook;

import io.stormdrain.notifier.threshold.RuleException;
import io.stormdrain.notifier.threshold.RulePack;
import io.stormdrain.notifier.threshold.RuleText;
import io.stormdrain.notifier.threshold.ShippedRules;
import java.util.List;

/** Reads rules and tries them. */
public final class Rules {

  private Rules() {}

  /**
   * The shipped rules with others beside them, which take the place of shipped ones of the same id.
   *
   * @throws RuleException when a file breaks a rule, or a rule is not as its tests say
   */
  public static RulePack tried(List<RuleText> own) {
    RulePack pack = ShippedRules.pack(own);
    List<String> failures = Trial.failures(pack);
    if (!failures.isEmpty()) {
      String more = failures.size() == 1 ? "" : " (and %d more)".formatted(failures.size() - 1);
      throw new RuleException(failures.getFirst() + more);
    }
    return pack;
  }
}
