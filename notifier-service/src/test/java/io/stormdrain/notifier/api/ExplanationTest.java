package io.stormdrain.notifier.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.stormdrain.notifier.backtest.Backtest;
import io.stormdrain.notifier.signal.Evidence;
import io.stormdrain.notifier.signal.Signal;
import io.stormdrain.notifier.store.IncidentView;
import io.stormdrain.notifier.threshold.AlertRules;
import io.stormdrain.notifier.threshold.RuleReader;
import io.stormdrain.notifier.threshold.ShippedRules;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ExplanationTest {

  private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");
  private static final AlertRules RULES = ShippedRules.rules();

  private final Backtest app = new Backtest(RULES);
  private long offset = 40;

  @Test
  void saysWhatTheRuleAsksForAndByWhichLinesItWasMet() {
    says(0, "module.missing", "bs4", Map.of());
    says(1, "process.exited", "web.1", Map.of("status", 1L));
    says(1, "process.crashed", "web.1", Map.of());

    Explanation.Part cause = explained("missing-module").parts().getFirst();
    assertThat(cause.rule()).isEqualTo("missing-module");
    assertThat(cause.role()).isEqualTo("leads");
    assertThat(cause.key()).containsExactly("process-type web");
    assertThat(cause.opens()).isEqualTo("at once");
    assertThat(cause.counted()).isEqualTo("seen once");
    assertThat(cause.severity()).containsExactly("critical");
    assertThat(cause.lines())
        .containsExactly(new Explanation.SeenLine(2, 41, "module.missing bs4"));
    assertThat(explained("missing-module").history().getFirst())
        .isEqualTo("2026-03-01 10:00:00 UTC  opened: web.1 cannot start: module bs4 is missing");
  }

  @Test
  void saysWhatMadeItWorseAndSinceWhen() {
    for (int i = 0; i <= 20; i++) {
      says(i * 21L, "memory.quota", "R14 web.1", Map.of());
    }

    Explanation.Part memory = explained("memory-quota").parts().getFirst();
    assertThat(memory.severity())
        .containsExactly(
            "high, at first medium",
            "high when it has lasted 5 min without a pause of more than 2 min: without a longer"
                + " pause from 10:00:00 to 10:07:00, 7 min");
    assertThat(memory.counted()).isEqualTo("seen 21 times");
    assertThat(memory.next()).startsWith("2026-03-01 10:").contains("is over, if it is not seen");
  }

  @Test
  void aRuleThatIsGoneIsSaidToBe() {
    says(0, "build.failed", "step 1", Map.of());
    IncidentView view = app.incidents().getFirst();

    Explanation.Part part =
        Explanation.of(view, new RuleReader().pack().rules()).parts().getFirst();
    assertThat(part.opens()).isEqualTo("its rule is not in force any more");
    assertThat(part.counted()).isEqualTo("seen once");
  }

  private Explanation explained(String type) {
    return app.incidents().stream()
        .filter(view -> view.incident().type().equals(type))
        .map(view -> Explanation.of(view, RULES))
        .findFirst()
        .orElseThrow();
  }

  private void says(long second, String type, String subject, Map<String, Object> captures) {
    Instant time = START.plusSeconds(second);
    offset++;
    app.accept(
        new Signal(
            "2/" + offset + "/test",
            type,
            "shop",
            "shop",
            "heroku",
            null,
            "web.1",
            null,
            time,
            subject,
            captures,
            List.of(),
            new Evidence(2, offset, type + " " + subject)),
        time);
  }
}
