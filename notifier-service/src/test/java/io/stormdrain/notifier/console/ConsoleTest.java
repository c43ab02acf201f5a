package io.stormdrain.notifier.console;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.stormdrain.notifier.CountedApp;
import io.stormdrain.notifier.TestDatabase;
import io.stormdrain.notifier.delivery.Outbox;
import io.stormdrain.notifier.store.IncidentStore;
import io.stormdrain.notifier.store.VitalsStore;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people see, where no token is set. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
final class ConsoleTest {

  @Inject IncidentStore store;
  @Inject Outbox outbox;
  @Inject VitalsStore vitals;

  private Scene scene;

  @BeforeEach
  void begin() {
    scene = new Scene(store, outbox, Instant.now().minusSeconds(90));
  }

  @Test
  void theFirstPageSaysWhatIsWrongNowAndHowAppsStand() {
    scene.crashLoop("page-shop");
    scene.healthy("page-fine");

    String page = Visit.page("/");

    assertThat(page)
        .contains("web.1 cannot start: module bs4 is missing", "page-shop", "/incidents/INC-")
        .contains("nobody looks after it yet", "v57</b> Deploy 4be01c7a")
        .contains("page-fine", "2 up");
  }

  @Test
  void anAppSaysHowManyLinesItWritesNow() {
    scene.healthy("page-pace");
    QuarkusTransaction.requiringNew()
        .run(() ->
            vitals.add(
                List.of(
                    CountedApp.vitals(
                        "page-pace",
                        Instant.now().minusSeconds(40),
                        Map.of("2xx", 90L, "5xx", 30L),
                        List.of(),
                        Map.of(),
                        0))));

    assertThat(Visit.page("/"))
        .containsSubsequence("page-pace", "<td role=\"cell\" data-label=\"Lines\">2/s</td>");
    given()
        .get("/api/v1/apps?limit=500")
        .then()
        .body("apps.find { it.app == 'page-pace' }.linesPerSecond", is(2.0f));
  }

  @Test
  void theWorstComesFirst() {
    scene.build("page-order", false);
    scene.crashLoop("page-order-worst");

    assertThat(Visit.page("/"))
        .containsSubsequence("id=\"group-critical\"", "page-order-worst", "id=\"group-high\"");
  }

  @Test
  void whereNothingIsWrongThePageSaysThatAllIsQuiet() {
    scene.crashLoop("page-storm");
    scene.healthy("page-calm");
    Visit.endAll();

    assertThat(Visit.page("/"))
        .containsSubsequence(
            "<title>All quiet",
            "hero quiet",
            "<h1>All quiet</h1>",
            "No app that Stormdrain listens to is in trouble.",
            "page-calm",
            "<span class=\"pill quiet\">quiet</span>",
            "Recently resolved")
        .doesNotContain("nobody looks after it yet");
  }

  @Test
  void whatIsOverIsStillAtHand() {
    scene.build("page-over", true);

    assertThat(Visit.page("/")).containsSubsequence("Recently resolved", "page-over", "recovered");
  }

  @Test
  void anIncidentSaysWhySinceWhenAndWhatToDo() {
    scene.crashLoop("page-incident");
    String label = Visit.label("page-incident");

    String page = Visit.page("/incidents/" + label);

    assertThat(page)
        .containsSubsequence(
            "<h1>web.1 cannot start: module bs4 is missing</h1>",
            "Acknowledge",
            "Add beautifulsoup4 to requirements.txt",
            "<code data-copy>heroku rollback v56 --app page-incident</code>",
            "Strong suspect: v57 (Deploy 4be01c7a)",
            "The trouble",
            "ModuleNotFoundError: No module named &#39;bs4&#39;",
            "Followed by",
            "Crash loop: web.1 has died 3 times in a row",
            "What happened",
            "Opened: ",
            "Who was told",
            "terminal");
    assertThat(page).containsPattern("<time datetime=\"20[0-9T:-]+Z\" title=\"20[0-9: -]+ UTC\">");
  }

  @Test
  void anIncidentIsFoundByItsIdAndInSmallLetters() {
    scene.build("page-id", false);
    String label = Visit.label("page-id");
    String id = given().get("/api/v1/incidents/" + label).path("incident.id");

    assertThat(Visit.page("/incidents/" + id)).contains(label);
    assertThat(Visit.page("/incidents/" + label.toLowerCase(Locale.ROOT))).contains(label);
  }

  @Test
  void theLedgerSaysWhoWasTold() {
    scene.build("page-ledger", false);
    String label = Visit.label("page-ledger");

    assertThat(Visit.page("/deliveries")).containsSubsequence(label, "terminal", "opened");
    assertThat(Visit.page("/deliveries?state=dead")).contains("aria-current=\"true\">Dead");
  }

  @Test
  void incidentsAreChosenByAppStateAndSeverity() {
    scene.build("page-chosen", true);
    scene.crashLoop("page-chosen");

    assertThat(Visit.page("/incidents?app=page-chosen"))
        .contains("module bs4 is missing", "<option selected>not over</option>")
        .doesNotContain("ran out of memory");
    assertThat(Visit.page("/incidents?app=page-chosen&state=resolved"))
        .contains("ran out of memory")
        .doesNotContain("module bs4 is missing");
    assertThat(Visit.page("/incidents?app=page-chosen&state=any&severity=high&before="))
        .contains("ran out of memory", "<option selected>high</option>")
        .doesNotContain("module bs4 is missing");
    assertThat(Visit.page("/incidents?app=page-nobody")).contains("There is none like that.");
    given().get("/incidents?severity=mild").then().statusCode(400);
  }

  @Test
  void everyRuleCanBeRead() {
    String page = Visit.page("/rules");
    List<String> ids = given().get("/api/v1/rules").jsonPath().getList("rules.id");

    assertThat(ids).hasSizeGreaterThan(50);
    assertThat(ids).allSatisfy(id -> assertThat(page).contains("<code>" + id + "</code>"));
    assertThat(page)
        .containsSubsequence(
            "<h2 id=\"crash\">",
            "id=\"rule-app-crash\"",
            "one for each process-type",
            "Opens unless it has recovered within 1 min 30 s",
            "after process.up, and nothing bad for 3 min; or after process.completed or");
    assertThat(page.length()).isLessThan(200_000);
  }

  @Test
  void theServiceSaysHowItIs() {
    assertThat(Visit.page("/about"))
        .contains("notifier-service 0.1.0", "receivers", "Records of signals", "consumed");
  }

  @Test
  void styleIsSmallAndKeptUntilItChanges() {
    String css = given().get("/console.css").asString();
    Matcher link = Pattern.compile("/console\\.css\\?v=[0-9a-f]{12}").matcher(Visit.page("/"));

    assertThat(css.length()).isLessThan(20_000);
    assertThat(link.find()).isTrue();
    given().get(link.group()).then().statusCode(200).contentType(startsWith("text/css"));
  }

  @Test
  void aServiceThatIsAwayIsNamedAndTheRestWorks() {
    for (String path : List.of("/sources", "/sources/shop", "/signatures", "/signatures/one")) {
      given()
          .get(path)
          .then()
          .statusCode(200)
          .body(containsString("does not answer at http://localhost:1"), containsString("</html>"));
    }
    for (String path : List.of("/", "/incidents", "/silences", "/receivers", "/rules")) {
      given().get(path).then().statusCode(200);
    }
  }

  @Test
  void withoutATokenNobodyIsAskedForOne() {
    given()
        .redirects()
        .follow(false)
        .get("/login")
        .then()
        .statusCode(303)
        .header("Location", is("/"));
    assertThat(Visit.page("/")).doesNotContain("Log out");
  }
}
