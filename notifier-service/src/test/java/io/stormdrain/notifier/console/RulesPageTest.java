package io.stormdrain.notifier.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.stormdrain.notifier.TestDatabase;
import io.stormdrain.notifier.TroubledApp;
import io.stormdrain.notifier.api.RuleEntry;
import io.stormdrain.notifier.incident.App;
import io.stormdrain.notifier.incident.CaseFile;
import io.stormdrain.notifier.incident.Docket;
import io.stormdrain.notifier.process.Story;
import io.stormdrain.notifier.store.IncidentStore;
import io.stormdrain.notifier.threshold.AlertRules;
import io.stormdrain.notifier.threshold.RuleText;
import io.stormdrain.notifier.threshold.ShippedRules;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What people see of rules in shadow. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
final class RulesPageTest {

  private static final AlertRules RULES =
      ShippedRules.pack(
              List.of(
                  new RuleText(
                      "own.yaml",
                      """
                      - id: jam
                        on: [queue.full]
                        stage: cause
                        severity: high
                        shadow: true
                        opens: at-once
                        resolves: [{quiet: 10m}]
                        title: "{app} is jammed"
                      """
                          .getBytes(UTF_8))))
          .rules();

  @Inject IncidentStore store;
  @Inject Printer printer;

  @Test
  void whatARuleInShadowWouldHaveToldIsShownToWhoeverLooks() {
    Instant now = Instant.now().minusSeconds(60);
    App app = new App("page-jam", "page-<b>jam", "heroku", "production");
    QuarkusTransaction.requiringNew()
        .run(() -> {
          Story story = Objects.requireNonNull(store.open(List.of(app)).get("page-jam")).story();
          CaseFile file = new CaseFile(RULES, story, new Docket(app, List.of(), List.of()), 1);
          file.accept(TroubledApp.signal(now, "page-jam", "queue.full", "mail"), now);
          store.save(file);
        });

    assertThat(Visit.page("/rules"))
        .containsSubsequence(
            "Told to nobody",
            "<h3>page-&lt;b&gt;jam is jammed</h3>",
            "<span class=\"pill high\">high</span>",
            "<a href=\"#rule-jam\">jam</a>",
            "goes on");
    assertThat(Visit.page("/")).doesNotContain("is jammed");
  }

  @Test
  @ActivateRequestContext
  void aRuleInShadowIsMarked() {
    RuleEntry rule = RuleEntry.of(Objects.requireNonNull(RULES.find("jam")));
    RulesPage page =
        new RulesPage(
            List.of(new RulesPage.Group("cause", List.of(rule))), List.of(), "", null, null);

    assertThat(printer.text(frame -> Pages.rules(frame, page)))
        .containsSubsequence("<code>jam</code>", "in shadow: nobody is told");
  }
}
