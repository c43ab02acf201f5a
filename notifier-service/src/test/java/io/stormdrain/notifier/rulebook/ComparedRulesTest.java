package io.stormdrain.notifier.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stormdrain.notifier.threshold.RuleException;
import io.stormdrain.notifier.threshold.RuleText;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rules that hold signals against the usual, against each other, and against other troubles. */
final class ComparedRulesTest {

  @Test
  void aSpikeOpensOverTheUsualAndIsOverWhenItIsCalm() {
    tried(
        """
        - id: queue-jammed
          on: [queue.full]
          stage: cause
          severity: high
          opens: {spike: 5, at-least: 20, within: 10m}
          resolves: [{calm: 2, hold: 15m}, {quiet: 1h}]
          title: "Queue of {app} is jammed"
          tests:
            - {after: [0s queue.full, 1h 4x1s queue.full, 70m 19x1s queue.full], is: pending}
            - {after: [0s queue.full, 1h 4x1s queue.full, 70m 20x1s queue.full], is: open}
            - {after: [0s queue.full, 1h 4x1s queue.full, 70m 20x1s queue.full, 80m 3x1s queue.full], is: recovering}
            - {after: [0s queue.full, 1h 4x1s queue.full, 70m 20x1s queue.full, 80m 3x1s queue.full], at: 95m, is: resolved}
            - {after: [0s queue.full, 1h 4x1s queue.full, 70m 20x1s queue.full, 80m 3x1s queue.full, 85m 40x1s queue.full], is: open}
            - {after: [0s queue.full, 1h 4x1s queue.full, 70m 20x1s queue.full], at: 131m, is: resolved}
        """);
  }

  @Test
  void aSequenceIsEnoughInItsOrderAndWithinItsTime() {
    tried(
        """
        - id: half-migrated
          on: [migration.begun, migration.failed, process.up]
          stage: cause
          severity: high
          opens: {sequence: [migration.begun, migration.failed, process.up], within: 10m}
          resolves: [{quiet: 1h}]
          title: "{app} runs on a half migrated schema"
          tests:
            - {after: [0s migration.begun, 1m migration.failed], is: pending}
            - {after: [0s migration.begun, 1m migration.failed, 10m process.up], is: pending}
            - {after: [0s migration.begun, 1m migration.failed, 9m process.up], is: open}
            - {after: [0s migration.failed, 1m migration.begun, 2m process.up], is: pending}
            - {after: [0s process.up, 2m migration.failed, 1m migration.begun, 3m process.up], is: open}
            - {after: [0s migration.begun, 1m migration.failed, 9m process.up], at: 70m, is: resolved}
            - {after: [0s migration.begun, 1m migration.failed, 9m process.up, 70m migration.begun], is: resolved}
        """);
  }

  @Test
  void aTroubleBesideAnotherOneIsWorseWhicheverCameFirst() {
    tried(
        """
        - id: queue-jammed
          on: [queue.full]
          stage: notice
          severity: low
          opens: at-once
          raises: [{to: critical, when: {correlated: [smtp-failed]}}]
          resolves: [{quiet: 1h}]
          title: "Queue of {app} is jammed"
          tests:
            - {after: [0s queue.full], is: open, severity: low}
            - {after: [0s queue.full, 1m smtp.failed], is: open, severity: critical}
            - {after: [0s smtp.failed, 1m queue.full], is: open, severity: critical}
        """
            + SMTP);
  }

  @Test
  void aTroubleMayNeedAnotherOneToBeOne() {
    tried(
        """
        - id: mail-lost
          on: [queue.full]
          stage: notice
          severity: high
          opens: {correlated: [smtp-failed]}
          resolves: [{quiet: 1h}]
          title: "Mail of {app} is lost"
          tests:
            - {after: [0s queue.full], is: pending}
            - {after: [0s queue.full, 1m smtp.failed], is: open}
            - {after: [0s smtp.failed, 1m queue.full], is: open}
            - {after: [0s smtp.failed, 2h queue.full], is: pending}
        """
            + SMTP);
  }

  @Test
  void whatCannotBeMetIsRefused() {
    assertThatThrownBy(() -> tried(rule("{sequence: [queue.full, queue.empty], within: 5m}")))
        .isInstanceOf(RuleException.class)
        .hasMessageContaining("the steps of a sequence have to be in 'on' too");
    assertThatThrownBy(() -> tried(rule("{sequence: [queue.full], within: 5m}")))
        .hasMessageContaining("a sequence has two steps at least");
    assertThatThrownBy(() -> tried(rule("{correlated: [no-such-class]}")))
        .hasMessageContaining("is correlated with 'no-such-class', which there is not");
    assertThatThrownBy(() -> tried(rule("{spike: 3, within: 5m}")))
        .hasMessageContaining("needs 'at-least'");
    assertThatThrownBy(() -> tried(rule("at-once").replace("quiet: 10m", "calm: 2")))
        .hasMessageContaining("what resolves when it is calm opens with a spike");
  }

  private static final String SMTP =
      """
      - id: smtp-failed
        on: [smtp.failed]
        stage: notice
        severity: low
        opens: at-once
        resolves: [{quiet: 1h}]
        title: "No mail leaves {app}"
      """;

  private static String rule(String opens) {
    return """
    - id: queue-jammed
      on: [queue.full]
      stage: cause
      severity: high
      opens: %s
      resolves: [{quiet: 10m}]
      title: "Queue of {app} is jammed"
    """
        .formatted(opens);
  }

  private static void tried(String yaml) {
    RuleText text = new RuleText("own.yaml", yaml.getBytes(StandardCharsets.UTF_8));
    assertThat(Rules.tried(List.of(text)).rules()).isNotNull();
  }
}
