package io.stormdrain.notifier.rulebook;

import io.stormdrain.notifier.threshold.RuleText;
import java.util.List;

/** Gives the user's files of alert rules that are in force. */
@FunctionalInterface
public interface OwnRules {
  List<RuleText> files();
}
