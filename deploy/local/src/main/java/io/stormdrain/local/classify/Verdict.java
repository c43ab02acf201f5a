package io.stormdrain.local.classify;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.stormdrain.notifier.incident.Finding;
import io.stormdrain.notifier.incident.FindingOrder;
import io.stormdrain.notifier.incident.FindingState;
import io.stormdrain.notifier.incident.Titles;
import io.stormdrain.notifier.signal.Evidence;
import io.stormdrain.notifier.threshold.AlertRule;
import io.stormdrain.notifier.threshold.AlertRules;
import io.stormdrain.notifier.threshold.Severity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is said about one finding, as {@code classify --json} writes it.
 *
 * @param label the broader class, where the type is a finer one
 * @param state {@code pending} while there is not enough of it to tell anybody; else where the
 *     trouble stood at the end of the log
 * @param lines 1-based numbers of the lines that state it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Verdict(
    String type,
    @Nullable String label,
    String severity,
    String state,
    @Nullable String subject,
    @Nullable String process,
    @Nullable String firstSeen,
    long count,
    List<Long> lines,
    String title,
    List<String> remediation) {

  /** Before this no log was written: a time that was only counted, not read. */
  private static final Instant LOGS_BEGIN = Instant.parse("1990-01-01T00:00:00Z");

  /** Whether somebody has to act on it. */
  boolean isIncident() {
    return !severity.equals(Severity.INFO.word());
  }

  /** All verdicts on an app's findings, causes before their effects. */
  static List<Verdict> of(List<Finding> findings, AlertRules rules, String app) {
    Map<String, List<Finding>> byKey = new LinkedHashMap<>();
    Comparator<Finding> order = FindingOrder.by(rules);
    findings.stream()
        .filter(finding -> counts(finding, rules))
        .sorted(order)
        .forEach(finding ->
            byKey
                .computeIfAbsent(finding.rule() + "\n" + finding.key(), k -> new ArrayList<>())
                .add(finding));
    List<List<Finding>> ordered = new ArrayList<>(byKey.values());
    explainedLast(ordered, rules);
    return ordered.stream().map(same -> of(same, rules.find(same.getFirst().rule()), app)).toList();
  }

  /** Of two causes the one that explains the other comes first, whichever was seen first. */
  private static void explainedLast(List<List<Finding>> ordered, AlertRules rules) {
    for (int i = 0; i < ordered.size(); i++) {
      for (int j = i + 1; j < ordered.size(); j++) {
        if (explains(rules.find(ordered.get(j).getFirst().rule()), ordered.get(i).getFirst())
            && !explains(rules.find(ordered.get(i).getFirst().rule()), ordered.get(j).getFirst())) {
          ordered.add(i, ordered.remove(j));
        }
      }
    }
  }

  private static boolean explains(@Nullable AlertRule rule, Finding effect) {
    return rule != null && rule.explains().contains(effect.rule());
  }

  /**
   * What is pending counts too, unless there is no such trouble below the threshold. What is only
   * noted in shadow does not.
   */
  private static boolean counts(Finding finding, AlertRules rules) {
    AlertRule rule = rules.find(finding.rule());
    return rule == null
        || (!rule.shadow()
            && (finding.state() != FindingState.PENDING || !rule.opens().definesClass()));
  }

  private static Verdict of(List<Finding> same, @Nullable AlertRule rule, String app) {
    Finding first = same.getFirst();
    Finding last = same.getLast();
    Set<Long> lines = new TreeSet<>();
    same.stream()
        .flatMap(finding ->
            Stream.concat(finding.firstEvidence().stream(), finding.lastEvidence().stream()))
        .map(Evidence::offset)
        .forEach(lines::add);
    Severity worst = same.stream().map(Finding::severity).reduce(Severity.INFO, Severity::worse);
    List<String> subjects = same.stream().flatMap(f -> f.subjects().stream()).distinct().toList();
    String label = rule == null ? null : rule.label();
    return new Verdict(
        first.rule(),
        Objects.equals(label, first.rule()) ? null : label,
        worst.word(),
        last.state().name().toLowerCase(Locale.ROOT),
        subjects.isEmpty() ? first.process() : String.join(", ", subjects),
        first.process(),
        first.firstSeen().isBefore(LOGS_BEGIN) ? null : first.firstSeen().toString(),
        same.stream().mapToLong(finding -> finding.tally().total()).sum(),
        List.copyOf(lines),
        Titles.of(rule, last, app),
        last.remediation());
  }
}
