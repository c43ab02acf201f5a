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
    return tried(own, List.of());
  }

  /**
   * The same with a draft beside them, which takes the place of all others of the same id.
   *
   * @throws RuleException when a file breaks a rule, or a rule is not as its tests say
   */
  public static RulePack tried(List<RuleText> own, List<RuleText> draft) {
    RulePack pack = ShippedRules.pack(own, draft);
    List<String> failures = Trial.failures(pack);
    if (!failures.isEmpty()) {
      String more = failures.size() == 1 ? "" : " (and %d more)".formatted(failures.size() - 1);
      throw new RuleException(failures.getFirst() + more);
    }
    return pack;
  }
}
