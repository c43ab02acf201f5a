package io.stormdrain.notifier.incident;

import io.stormdrain.notifier.signal.Signal;
import io.stormdrain.notifier.threshold.AlertRule;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One line that says what is wrong where. */
public final class Titles {

  private static final int MAX_SUBJECTS = 6;
  private static final int MAX_LENGTH = 150;
  private static final int MAX_BRIEF = 80;

  private Titles() {}

  /** The rule's title with the finding's values; the rule may be gone since. */
  public static String of(@Nullable AlertRule rule, Finding finding, String app) {
    if (rule == null) {
      return finding.rule();
    }
    Map<String, String> values = new HashMap<>();
    finding.captures().forEach((name, value) -> values.put(name, value.toString()));
    values.put("app", app);
    values.put("process", finding.process() == null ? app : finding.process());
    values.put("count", Long.toString(finding.tally().total()));
    values.put("this-start", Long.toString(finding.tally().sinceReset()));
    values.put("subject", subjects(finding.subjects()));
    String title = rule.title().render(values);
    return title.length() <= MAX_LENGTH ? title : title.substring(0, MAX_LENGTH - 1) + "…";
  }

  /** What was seen, in a word or two: {@code missing-module bs4}. */
  static String brief(AlertRule rule, Signal signal) {
    String subject = signal.subject();
    String text = subject == null || subject.isBlank() ? rule.id() : rule.id() + " " + subject;
    return text.length() <= MAX_BRIEF ? text : text.substring(0, MAX_BRIEF - 1) + "…";
  }

  private static String subjects(List<String> subjects) {
    return subjects.size() <= MAX_SUBJECTS
        ? String.join(", ", subjects)
        : String.join(", ", subjects.subList(0, MAX_SUBJECTS))
            + " and "
            + (subjects.size() - MAX_SUBJECTS)
            + " more";
  }
}
