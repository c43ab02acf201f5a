package io.stormdrain.notifier.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stormdrain.notifier.threshold.AlertRule;
import io.stormdrain.notifier.threshold.RuleException;
import io.stormdrain.notifier.threshold.RulePack;
import io.stormdrain.notifier.threshold.RuleTest;
import io.stormdrain.notifier.threshold.RuleTest.Outlook;
import io.stormdrain.notifier.threshold.RuleText;
import io.stormdrain.notifier.threshold.Severity;
import io.stormdrain.notifier.threshold.ShippedRules;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class TrialTest {

  @Test
  void shippedRulesAreAsTheirTestsSay() {
    assertThat(Trial.failures(ShippedRules.pack(List.of()))).isEmpty();
  }

  @Test
  void everyShippedRuleSaysWhenItOpensAndThatItEnds() {
    RulePack pack = ShippedRules.pack(List.of());
    Map<String, List<Outlook>> outlooks =
        pack.tests().stream()
            .collect(
                Collectors.groupingBy(
                    RuleTest::rule, Collectors.mapping(RuleTest::is, Collectors.toList())));
    assertThat(pack.rules().all())
        .extracting(AlertRule::id)
        .allSatisfy(rule ->
            assertThat(outlooks.getOrDefault(rule, List.of()))
                .as(rule)
                .contains(Outlook.OPEN, Outlook.RESOLVED));
  }

  @Test
  void aRuleThatIsNotAsItsTestSaysIsRefusedWithItsPlace() {
    assertThat(Rules.tried(own("pending")).rules().find("queue-jammed")).isNotNull();
    assertThatThrownBy(() -> Rules.tried(own("open")))
        .isInstanceOf(RuleException.class)
        .hasMessage(
            "own.yaml:1: alert rule 'queue-jammed': after [0s 2x1m queue.full subject=mail]"
                + " expected open, but it is pending");
  }

  @Test
  void aRuleOfTheSameIdTakesTheShippedOnesPlace() {
    RuleText own =
        text(
            """
            - id: smtp-failed
              on: [mail.refused]
              stage: cause
              severity: critical
              opens: at-once
              resolves: [{quiet: 1h}]
              title: "No mail leaves {app}"
            """);
    RulePack pack = Rules.tried(List.of(own));
    assertThat(pack.rules().find("smtp-failed"))
        .extracting(rule -> rule == null ? null : rule.severity())
        .isEqualTo(Severity.CRITICAL);
    assertThat(pack.rules().all()).hasSameSizeAs(ShippedRules.rules().all());
    assertThat(pack.tests()).extracting(RuleTest::rule).doesNotContain("smtp-failed");
  }

  private static List<RuleText> own(String is) {
    return List.of(
        text(
            """
            - id: queue-jammed
              on: [queue.full]
              stage: cause
              key: [subject]
              severity: high
              opens: {count: 3, within: 5m}
              resolves:
                - {quiet: 10m}
              title: "Queue {subject} of {app} is jammed"
              tests:
                - {after: [0s 2x1m queue.full subject=mail], is: %s}
            """
                .formatted(is)));
  }

  private static RuleText text(String yaml) {
    return new RuleText("own.yaml", yaml.getBytes(StandardCharsets.UTF_8));
  }
}
