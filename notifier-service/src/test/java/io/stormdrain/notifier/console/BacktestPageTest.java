package io.stormdrain.notifier.console;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.stormdrain.notifier.TestDatabase;
import io.stormdrain.notifier.TestLog;
import io.stormdrain.notifier.WrittenLog;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Rules tried on the signals that Kafka still has. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
@WithTestResource(TestLog.class)
final class BacktestPageTest {

  /** The shipped rule opens at once and is critical. */
  private static final String PATIENT =
      """
      - id: missing-module
        on: [module.missing]
        stage: cause
        key: [process-type]
        severity: low
        opens: {count: 2, within: 1h}
        resolves:
          - {on: [process.up], hold: 3m}
        title: "{process} still lacks {subject}"
        tests:
          - {after: [0s module.missing], is: pending}
          - {after: [0s 2x1s module.missing], is: open}
      """;

  private final WrittenLog log = new WrittenLog();
  private final Instant begin = Instant.now().minusSeconds(600);

  @AfterEach
  void end() {
    log.close();
  }

  @Test
  void theRulesInForceMakeTheIncidentsThatTheyWouldHaveMade() {
    lacks("past-shop", "bs4", 1);

    Response answer = page("app", "past-shop", "from", "1h");

    assertThat(answer.asString())
        .containsSubsequence(
            "value=\"past-shop\"",
            " rules: 1 incident, 1 message.",
            "web.1 cannot start: module bs4 is missing",
            "<code>missing-module</code>",
            "not over",
            "1 message</summary>",
            "Add bs4 to requirements.txt")
        .doesNotContain("Against the rules in force");
  }

  @Test
  void whatOtherRulesWouldChangeIsShownAgainstThoseInForce() {
    lacks("past-once", "bs4", 1);
    lacks("past-often", "bs4", 2);

    assertThat(page("app", "past-once", "rules", PATIENT).asString())
        .containsSubsequence(
            " rules: 0 incidents, 0 messages.",
            "Against the rules in force",
            "<span class=\"state gone\">gone</span>",
            "No incident.");
    assertThat(page("app", "past-often", "rules", PATIENT).asString())
        .containsSubsequence(
            "<span class=\"state changed\">changed</span>",
            "severity low, was critical",
            "What there would have been",
            "web.1 still lacks bs4");
  }

  @Test
  void aRuleInForceCanBeTakenAndChanged() {
    String page = Visit.page("/rules/backtest?rule=crash-loop");

    assertThat(page).contains(">- id: crash-loop\n  on: [process.died]", "supersedes: [app-crash");
    String rule = page.substring(page.indexOf("- id: crash-loop"), page.indexOf("</textarea>"));
    assertThat(page("rules", rule.replace("&quot;", "\"")).asString())
        .contains("Against the rules in force", "The rules in force make the same of it.");
    assertThat(Visit.page("/rules")).contains("href=\"/rules/backtest?rule=crash-loop\"");
    assertThat(Visit.page("/rules/backtest?rule=%3Cscript%3E")).doesNotContain("<script>");
  }

  @Test
  void rulesThatCannotBeTriedAreNamedAndNotLost() {
    assertThat(page("rules", "- id: half</textarea><b>").asString())
        .contains("your rules:1: ", "- id: half&lt;/textarea&gt;&lt;b&gt;", "role=\"alert\"");
    assertThat(page("rules", PATIENT.replace("is: pending", "is: open")).asString())
        .contains("your rules:1: alert rule &#39;missing-module&#39;: ", "but it is pending.");
    assertThat(page("rules", "- id: [").asString()).contains("role=\"alert\"");
    Visit.form("/rules/backtest", "from", "yesterday").then().statusCode(400);
    Visit.form("/rules/backtest", "from", "1h", "until", "2h").then().statusCode(400);
  }

  @Test
  void whatALogSaysIsOnlyText() {
    lacks("past-hostile", "</pre><script>alert(1)</script>\u202e", 1);

    String page = page("app", "past-hostile").asString();

    assertThat(page)
        .contains("&lt;/pre&gt;&lt;script&gt;alert(1)")
        .doesNotContain("<script>alert", "\u202e");
  }

  @Test
  void programsAskTheSame() {
    lacks("past-api", "bs4", 1);

    given()
        .contentType("application/json")
        .body(Map.of("app", "past-api", "from", "2h", "rules", PATIENT))
        .post("/api/v1/rules/backtest")
        .then()
        .statusCode(200)
        .body("complete", equalTo(true))
        .body("incidentsInAll", equalTo(0))
        .body("differences.kind", hasItem("gone"))
        .body("differences[0].incident.message", containsString("Add bs4"));
    given()
        .contentType("application/json")
        .body(Map.of("app", "past-api"))
        .post("/api/v1/rules/backtest")
        .then()
        .body("incidents[0].title", equalTo("web.1 cannot start: module bs4 is missing"))
        .body("$", not(hasItem("differences")));
    given()
        .contentType("application/json")
        .body(Map.of("rules", "- nothing"))
        .post("/api/v1/rules/backtest")
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("detail", containsString("your rules"));
  }

  private void lacks(String app, String module, int times) {
    for (int time = 0; time < times; time++) {
      log.signal(
          app, begin.plusSeconds(time), "module.missing", module, "No module named " + module);
    }
    log.places();
  }

  private static Response page(String... fields) {
    Response answer = Visit.form("/rules/backtest", fields);
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer;
  }
}
