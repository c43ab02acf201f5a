package io.stormdrain.notifier.people;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.stormdrain.notifier.TestDatabase;
import io.stormdrain.notifier.TestLog;
import io.stormdrain.notifier.TestReceivers;
import io.stormdrain.notifier.TroubledApp;
import io.stormdrain.notifier.WrittenLog;
import io.stormdrain.notifier.delivery.Outbox;
import io.stormdrain.notifier.store.IncidentStore;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who belongs to a team sees its apps, and nothing of the apps of others. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
@WithTestResource(TestTeams.class)
@WithTestResource(TestLog.class)
final class ForeignTeamTest {

  private static final String FOREIGN = "red-xyzzy";
  private static final String OWN = "blue-plugh";

  @Inject IncidentStore store;
  @Inject Outbox outbox;

  private String session = "";
  private String token = "";

  @BeforeEach
  void troubles() {
    for (String app : List.of(FOREIGN, OWN)) {
      QuarkusTransaction.requiringNew()
          .run(() -> TroubledApp.says(store, outbox, Instant.now(), app, "build.oom", "step 1"));
    }
    session = Members.session(Role.RESPONDER, "blue");
    token = Members.token(Role.RESPONDER, "blue");
  }

  @Test
  void theirOwnAreThere() {
    String label = label(OWN);
    for (String path :
        List.of("/", "/incidents", "/incidents/" + label, "/apps/" + OWN, "/deliveries")) {
      given()
          .cookie(Members.COOKIE, session)
          .get(path)
          .then()
          .statusCode(200)
          .body(containsString(path.equals("/deliveries") ? label : OWN));
    }
    for (String path : List.of("/api/v1/apps", "/api/v1/incidents", "/api/v1/incidents/" + label)) {
      as(token).get(path).then().statusCode(200).body(containsString(OWN));
    }
  }

  @Test
  void nothingOfOthersIsReadAnywhere() {
    Map<String, String> foreign =
        Map.of("incident", label(FOREIGN), "app", FOREIGN, "delivery", delivery(FOREIGN));
    int asked = 0;
    for (Routes.Route route : Routes.all()) {
      boolean named = foreign.keySet().stream().anyMatch(name -> route.path().contains("{" + name));
      if (route.isOpen() || !route.reads() || route.path().endsWith("/live")) {
        continue;
      }
      Response answer = ask(route, route.with(foreign) + "?app=" + FOREIGN + "&all=true");
      if (named) {
        assertThat(answer.statusCode()).as(route + ": " + answer.asString()).isIn(400, 404);
      }
      if (answer.statusCode() == 200) {
        assertThat(ask(route, route.with(foreign)).asString())
            .as(route.toString())
            .doesNotContain(FOREIGN, ">" + label(FOREIGN) + "<", '"' + label(FOREIGN) + '"');
        asked++;
      }
    }
    assertThat(asked).isGreaterThan(10);
  }

  @Test
  void nothingOfOthersIsChanged() {
    Map<String, String> foreign =
        Map.of("incident", label(FOREIGN), "app", FOREIGN, "delivery", delivery(FOREIGN));
    String before = admin().get("/api/v1/incidents/" + label(FOREIGN)).asString();
    Set<Integer> refusals = Set.of(400, 404);
    for (Routes.Route route : Routes.all()) {
      if (!route.reads() && foreign.keySet().stream().anyMatch(n -> route.path().contains(n))) {
        RequestSpecification request =
            route.isApi()
                ? as(token)
                    .contentType("application/json")
                    .body("{\"by\": \"eve\", \"text\": \"was here\"}")
                : visitor().formParam("name", "eve").formParam("text", "was here");
        assertThat(request.post(route.with(foreign)).statusCode())
            .as(route.toString())
            .isIn(refusals);
      }
    }
    as(token)
        .contentType("application/json")
        .body("{\"by\":\"eve\",\"until\":\"1h\",\"match\":{\"app\":[\"" + FOREIGN + "\"]}}")
        .post("/api/v1/silences")
        .then()
        .statusCode(403);
    as(token)
        .contentType("application/json")
        .body("{\"by\":\"eve\",\"until\":\"1h\",\"match\":{\"app\":[\"*\"]}}")
        .post("/api/v1/silences/preview")
        .then()
        .statusCode(403);
    assertThat(admin().get("/api/v1/incidents/" + label(FOREIGN)).asString()).isEqualTo(before);
  }

  @Test
  void silencesOfOthersAreNotSeenAndNotEnded() {
    int silence =
        admin()
            .contentType("application/json")
            .body("{\"by\":\"ann\",\"until\":\"1h\",\"match\":{\"app\":[\"" + FOREIGN + "\"]}}")
            .post("/api/v1/silences")
            .jsonPath()
            .getInt("id");

    assertThat(as(token).get("/api/v1/silences?all=true").asString()).doesNotContain(FOREIGN);
    as(token)
        .contentType("application/json")
        .body("{\"by\":\"eve\"}")
        .post("/api/v1/silences/" + silence + "/end")
        .then()
        .statusCode(404);
  }

  @Test
  void rulesAreNotTriedOnAppsOfOthers() {
    try (WrittenLog log = new WrittenLog()) {
      for (String app : List.of(FOREIGN, OWN)) {
        log.signal(app, Instant.now().minusSeconds(60), "module.missing", "bs4", "No module bs4");
      }
      log.places();
    }

    String told =
        as(token)
            .contentType("application/json")
            .body("{\"from\":\"1h\"}")
            .post("/api/v1/rules/backtest")
            .asString();

    assertThat(told).contains(OWN).doesNotContain(FOREIGN);
  }

  private Response ask(Routes.Route route, String path) {
    return route.isApi() ? as(token).get(path) : visitor().get(path);
  }

  private RequestSpecification visitor() {
    return given()
        .redirects()
        .follow(false)
        .header("Sec-Fetch-Site", "same-origin")
        .cookie(Members.COOKIE, session);
  }

  private static String label(String app) {
    return admin()
        .get("/api/v1/incidents?app=" + app)
        .jsonPath()
        .getString("incidents.find { it.severity != 'info' }.label");
  }

  private static String delivery(String app) {
    return admin()
        .get("/api/v1/incidents/" + label(app) + "/deliveries")
        .jsonPath()
        .getString("deliveries[0].id");
  }

  private static RequestSpecification admin() {
    return as(TestReceivers.API_TOKEN);
  }

  private static RequestSpecification as(String token) {
    return given().header("Authorization", "Bearer " + token);
  }
}
