package io.stormdrain.notifier.rulebook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.stormdrain.notifier.threshold.AlertRule;
import io.stormdrain.notifier.threshold.RuleText;
import io.stormdrain.notifier.threshold.ShippedRules;
import java.util.List;
import org.junit.jupiter.api.Test;

final class WrittenRuleTest {

  private static final List<RuleText> SHIPPED = ShippedRules.texts();

  @Test
  void everyShippedRuleIsFoundAsItIsWrittenAndCanTakeItsOwnPlace() {
    for (AlertRule rule : ShippedRules.rules().all()) {
      String written = WrittenRule.find(SHIPPED, rule.id());

      assertThat(written).as(rule.id()).startsWith("- id: " + rule.id() + "\n");
      assertThat(ShippedRules.pack(List.of(), List.of(text(written))).rules().find(rule.id()))
          .isEqualTo(rule);
    }
  }

  @Test
  void theLaterFileCountsMore() {
    RuleText own = text("# mine\n- severity: low\n  id: 'crash-loop' # loud\n  key: []\n- id: b\n");

    assertThat(WrittenRule.find(List.of(SHIPPED.getFirst(), own), "crash-loop"))
        .isEqualTo("- severity: low\n  id: 'crash-loop' # loud\n  key: []\n");
  }

  @Test
  void listsWithinARuleEndNothing() {
    RuleText own = text("  - id: a\n    tests:\n      - {after: [], id: b}\n  - id: c\n");

    assertThat(WrittenRule.find(List.of(own), "a"))
        .isEqualTo("  - id: a\n    tests:\n      - {after: [], id: b}\n");
  }

  @Test
  void whatIsNowhereIsNothing() {
    assertThat(WrittenRule.find(SHIPPED, "crash")).isEmpty();
    assertThat(WrittenRule.find(SHIPPED, "(")).isEmpty();
  }

  private static RuleText text(String yaml) {
    return new RuleText("own.yaml", yaml.getBytes(UTF_8));
  }
}
