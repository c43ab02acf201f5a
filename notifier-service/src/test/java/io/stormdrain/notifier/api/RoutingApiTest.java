package io.stormdrain.notifier.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import io.stormdrain.notifier.TestDatabase;
import io.stormdrain.notifier.TestReceivers;
import io.stormdrain.notifier.TroubledApp;
import io.stormdrain.notifier.delivery.Outbox;
import io.stormdrain.notifier.store.IncidentStore;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Silences, receivers, and who would be told, through the API. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
@WithTestResource(TestReceivers.class)
final class RoutingApiTest {

  private static final String SILENCES = "/api/v1/silences";

  @Inject IncidentStore store;
  @Inject Outbox outbox;
  Queue<String> posts = new ConcurrentLinkedQueue<>();
  Queue<Integer> statuses = new ConcurrentLinkedQueue<>();

  @Test
  void whatIsSilencedIsHeldAndTheLedgerSaysByWhom() {
    api()
        .body(
            "{\"match\": {\"app\": [\"hushed\"]}, \"until\": \"1h\", \"by\": \"ann\", \"why\": \"known\"}")
        .post(SILENCES)
        .then()
        .statusCode(200)
        .body("match", is("app: hushed"))
        .body("active", is(true));

    says("hushed");

    String label = api().get("/api/v1/incidents?app=hushed").path("incidents[0].label");
    api()
        .get("/api/v1/incidents/" + label + "/deliveries")
        .then()
        .body("deliveries.held", hasItem("silence"))
        .body("deliveries[0].remark", containsString("by ann: known"));
    api()
        .get("/api/v1/routing/test?app=hushed&severity=critical")
        .then()
        .body("receivers.decision", hasItem("held"))
        .body("receivers[0].held", containsString("by ann: known"));
  }

  @Test
  void aPreviewSaysWhatASilenceWouldBeAboutAndChangesNothing() {
    says("previewed");
    int before = api().get(SILENCES + "?all=true").jsonPath().getList("silences").size();

    api()
        .body("{\"match\": {\"app\": [\"preview*\"]}, \"until\": \"1h\", \"by\": \"ann\"}")
        .post(SILENCES + "/preview")
        .then()
        .body("live.app", is(List.of("previewed")))
        .body("latest", is(1));

    assertThat(api().get(SILENCES + "?all=true").jsonPath().getList("silences")).hasSize(before);
  }

  @Test
  void aSilenceIsEndedOnceAndKeptWithWhoEndedIt() {
    int id =
        api()
            .body("{\"match\": {\"app\": [\"x\"]}, \"until\": \"next-release\", \"by\": \"ann\"}")
            .post(SILENCES)
            .path("id");

    api()
        .body("{\"by\": \"bob\"}")
        .post(SILENCES + "/" + id + "/end")
        .then()
        .body("endedBy", is("bob"))
        .body("active", is(false));
    api().body("{\"by\": \"bob\"}").post(SILENCES + "/" + id + "/end").then().statusCode(404);
    api().get(SILENCES).then().body("silences.id", not(hasItem(id)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"until\": \"1h\", \"by\": \"ann\"}",
        "{\"match\": {}, \"until\": \"1h\", \"by\": \"ann\"}",
        "{\"match\": {\"ap\": [\"x\"]}, \"until\": \"1h\", \"by\": \"ann\"}",
        "{\"match\": {\"app\": []}, \"until\": \"1h\", \"by\": \"ann\"}",
        "{\"match\": {\"app\": [\"x\"]}, \"by\": \"ann\"}",
        "{\"match\": {\"app\": [\"x\"]}, \"until\": \"\", \"by\": \"ann\"}",
        "{\"match\": {\"app\": [\"x\"]}, \"until\": \"soon\", \"by\": \"ann\"}",
        "{\"match\": {\"app\": [\"x\"]}, \"until\": \"2001-01-01T00:00:00Z\", \"by\": \"ann\"}",
        "{\"match\": {\"app\": [\"x\"]}, \"until\": \"2001-99-01T00:00:00Z\", \"by\": \"ann\"}",
        "{\"match\": {\"app\": [\"x\"]}, \"until\": \"1h\"}"
      })
  void aSilenceThatMakesNoSenseIsRefusedWithWhatWouldBeRight(String body) {
    api()
        .body(body)
        .post(SILENCES)
        .then()
        .statusCode(400)
        .body("expected", containsString("match"));
  }

  @Test
  void whoWouldBeToldIsSaidWithTheReason() {
    api()
        .get("/api/v1/routing/test?app=shop&severity=critical&at=2026-03-29T02:30:00Z")
        .then()
        .statusCode(200)
        .body("at", is("2026-03-29T02:30:00Z"))
        .body("receivers.find { it.receiver == 'email' }.decision", is("severe-enough"));
    api()
        .get("/api/v1/routing/test?app=shop&severity=info")
        .then()
        .body("receivers.find { it.receiver == 'email' }.decision", is("for-the-record"));
    api().get("/api/v1/routing/test").then().statusCode(400);
    api().get("/api/v1/routing/test?app=x&at=noon").then().statusCode(400);
  }

  @Test
  void aReceiverIsAskedWhetherItHears() {
    api()
        .post("/api/v1/receivers/slack-webhook/ping")
        .then()
        .statusCode(200)
        .body("delivered", is(true));
    assertThat(posts).anyMatch(post -> post.contains("This is a test: nothing is wrong"));

    statuses.add(404);
    api()
        .post("/api/v1/receivers/slack-webhook/ping")
        .then()
        .body("delivered", is(false))
        .body("fault", is("not-found"));
    api().post("/api/v1/receivers/nobody/ping").then().statusCode(404);
    api().get("/api/v1/receivers").then().body("receivers.name", hasItem("email"));
  }

  @Test
  void onlyWhatIsDeadIsTriedAgain() {
    says("replayed");
    int id = api().get("/api/v1/deliveries?limit=1").path("deliveries[0].id");

    api().get("/api/v1/deliveries/" + id).then().body("id", is(id));
    api()
        .body("{\"by\": \"ann\"}")
        .post("/api/v1/deliveries/" + id + "/replay")
        .then()
        .statusCode(409);
    api()
        .body("{\"by\": \"ann\"}")
        .post("/api/v1/deliveries/999999999/replay")
        .then()
        .statusCode(404);
  }

  private void says(String app) {
    QuarkusTransaction.requiringNew()
        .run(() -> TroubledApp.says(store, outbox, Instant.now(), app, "build.oom", "step 1"));
  }

  private static RequestSpecification api() {
    return given()
        .header("Authorization", "Bearer " + TestReceivers.API_TOKEN)
        .contentType(ContentType.JSON);
  }
}
