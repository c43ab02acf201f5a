package io.stormdrain.notifier.console;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.stormdrain.notifier.TestDatabase;
import io.stormdrain.notifier.delivery.Outbox;
import io.stormdrain.notifier.store.IncidentStore;
import jakarta.inject.Inject;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An incident as a report. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
final class ReportTest {

  @Inject IncidentStore store;
  @Inject Outbox outbox;

  private Scene scene;

  @BeforeEach
  void begin() {
    scene = new Scene(store, outbox, Instant.now().minusSeconds(90));
  }

  @Test
  void aReportSaysWhatWasFoundWhatToDoAndWhoWasTold() {
    scene.crashLoop("report-shop");

    assertThat(report("report-shop"))
        .containsSubsequence(
            ": web.1 cannot start: module bs4 is missing\n",
            "- **Status**: open",
            "- **Severity**: critical",
            "- **App**: report-shop (production, heroku), web.1",
            "## Summary",
            "has lasted 1 min",
            "Nobody said to look after it.",
            "### 1. web.1 cannot start: module bs4 is missing (CRITICAL, open)",
            "- **Class**: `missing-module`",
            "```\nModuleNotFoundError: No module named 'bs4'\n```",
            "Crash loop: web.1",
            "## Suspect release",
            "Strong suspect: v57 (Deploy 4be01c7a)",
            "## What to do",
            "1. Add beautifulsoup4 to requirements.txt",
            "`heroku rollback v56 --app report-shop`",
            "## What happened",
            "Opened: ",
            "## Who was told",
            "| terminal | opened | ");
  }

  @Test
  void whatIsOverSaysHowItEnded() {
    scene.build("report-over", true);

    assertThat(report("report-over"))
        .contains("- **Status**: resolved: recovered", "- **Over**: ", "was over after 55 s");
  }

  @Test
  void thePageHandsItOutAsAFile() {
    scene.build("report-file", false);
    String label = Visit.label("report-file");

    assertThat(Visit.page("/incidents/" + label))
        .contains("<a href=\"/incidents/" + label + "/report\" download>");
    Response file = given().get("/incidents/" + label + "/report");
    assertThat(file.contentType()).isEqualTo("text/markdown;charset=UTF-8");
    assertThat(file.header("Content-Disposition"))
        .isEqualTo("attachment; filename=\"" + label + ".md\"");
    assertThat(file.asString()).startsWith("# " + label + ": ");
  }

  private static String report(String app) {
    return given().get("/api/v1/incidents/" + Visit.label(app) + "/report").asString();
  }
}
