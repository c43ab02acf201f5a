package io.stormdrain.notifier.console;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.stormdrain.notifier.CountedApp;
import io.stormdrain.notifier.TestDatabase;
import io.stormdrain.notifier.delivery.Outbox;
import io.stormdrain.notifier.store.IncidentStore;
import io.stormdrain.notifier.store.VitalsStore;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people see of an app. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
final class AppPageTest {

  @Inject IncidentStore store;
  @Inject Outbox outbox;
  @Inject VitalsStore vitals;

  private Scene scene;

  @BeforeEach
  void begin() {
    scene = new Scene(store, outbox, Instant.now().minusSeconds(90));
  }

  @Test
  void anAppSaysHowItIsAndWas() {
    scene.crashLoop("app-shop");
    scene.build("app-shop", true);
    CountedApp.busy(vitals, "app-shop", Instant.now());

    assertThat(Visit.page("/apps/app-shop"))
        .containsSubsequence(
            "<span class=\"pill critical\">critical</span><span>production, heroku</span>",
            "<h1>app-shop</h1>",
            "<b>web.1</b>",
            "Open incidents",
            "web.1 cannot start: module bs4 is missing",
            "Requests by status",
            "aria-label=\"Requests by status: 2xx now ",
            "How long requests took",
            "<b>p99</b>",
            "Memory",
            "<b>quota</b> 512 MiB",
            "Log lines",
            "<b>lost before they arrived</b> 4/s",
            "v57",
            "troubled",
            "Deploy 4be01c7a",
            "<h2 id=\"starts\">Starts</h2>",
            "<b class=\"name\">web.1</b>",
            "ended after ",
            "Past incidents",
            "The build of app-shop ran out of memory");
  }

  @Test
  void theFirstPageLeadsThere() {
    scene.healthy("app-linked");

    assertThat(Visit.page("/"))
        .contains("<a class=\"name\" href=\"/apps/app-linked?environment=production\">");
  }

  @Test
  void anAppMayBeCalledAnything() {
    String name = "app a/b?c#d&e%41\"<b>é";
    scene.healthy(name);
    var link = Pattern.compile("href=\"(/apps/app%20a[^\"]*)\"").matcher(Visit.page("/"));

    assertThat(link.find()).isTrue();
    assertThat(given().urlEncodingEnabled(false).get(link.group(1)).asString())
        .contains("<h1>app a/b?c#d&amp;e%41&quot;&lt;b&gt;é</h1>");
  }

  @Test
  void whereNothingWasCountedThePageSaysSo() {
    scene.healthy("app-still");

    assertThat(Visit.page("/apps/app-still?span=48h"))
        .contains("Nothing was said of it in this time.", "<b class=\"name\">v12</b>", "None yet.")
        .contains("aria-current=\"true\">48h</a>");
  }

  @Test
  void whatNobodyHeardOfIsNotThere() {
    given()
        .get("/apps/app-nobody")
        .then()
        .statusCode(404)
        .body(containsString("Nothing was seen of an app &#39;app-nobody&#39; yet."));
    given().get("/apps/x%00y").then().statusCode(404);
    scene.healthy("app-one");
    given().get("/apps/app-one?environment=moon").then().statusCode(404);
    given()
        .get("/apps/app-one?span=1y")
        .then()
        .statusCode(400)
        .body(containsString("30m, 3h, 24h, 48h"));
  }

  @Test
  void programsReadTheSame() {
    scene.healthy("app-api");
    CountedApp.busy(vitals, "app-api", Instant.now());

    given().get("/api/v1/apps?limit=500").then().body("apps.app", hasItem("app-api"));
    given()
        .get("/api/v1/apps?limit=1")
        .then()
        .body("apps", hasSize(1))
        .body("total", greaterThan(0));
    given()
        .get("/api/v1/apps/app-api/vitals?environment=production")
        .then()
        .statusCode(200)
        .body("step", equalTo(10))
        .body("windows.size()", greaterThan(140))
        .body("windows[50].requests.'3xx'", equalTo(5))
        .body("windows[50].p99", greaterThan(256f))
        .body("windows[50].memory.'web.1'.quota", equalTo(536_870_912));
    given().get("/api/v1/apps/app-api/vitals?span=24h").then().body("step", equalTo(60));
  }
}
