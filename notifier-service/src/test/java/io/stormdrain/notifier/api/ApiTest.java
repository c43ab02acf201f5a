package io.stormdrain.notifier.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.stormdrain.notifier.TestDatabase;
import io.stormdrain.notifier.TestReceivers;
import io.stormdrain.notifier.TroubledApp;
import io.stormdrain.notifier.delivery.Outbox;
import io.stormdrain.notifier.store.IncidentStore;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people and programs learn through the API. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
@WithTestResource(TestReceivers.class)
final class ApiTest {

  private static final String INCIDENTS = "/api/v1/incidents";

  @Inject IncidentStore store;
  @Inject Outbox outbox;

  @Test
  void anIncidentSaysWhatItIsMadeOf() {
    says("api-one", "build.oom", "step 1");
    String label = label("api-one");

    api()
        .get(INCIDENTS + "/" + label)
        .then()
        .statusCode(200)
        .body("incident.label", is(label))
        .body("incident.app", is("api-one"))
        .body("incident.environment", is("production"))
        .body("incident.state", is("open"))
        .body("findings", hasSize(1))
        .body("findings[0].evidence", hasItem("build.oom step 1"))
        .body("findings[0].remediation[0]", containsString("--app api-one"))
        .body("transitions[0].reason", is("opened"));
    String id = api().get(INCIDENTS + "/" + label).path("incident.id");
    api().get(INCIDENTS + "/" + id).then().body("incident.label", is(label));
    api().get(INCIDENTS + "/" + label.toLowerCase(Locale.ROOT)).then().statusCode(200);
  }

  @Test
  void whatIsNotKnownIsLeftOut() {
    says("api-sparse", "build.oom", "step 1");

    assertThat(api().get(INCIDENTS + "?app=api-sparse").asString())
        .doesNotContain("null")
        .doesNotContain("resolvedAt", "acknowledgedBy", "\"next\"");
  }

  @Test
  void aListIsFiltered() {
    says("api-open", "build.oom", "step 1");
    says("api-over", "build.oom", "step 1");
    says("api-over", "build.succeeded", "done");

    api()
        .get(INCIDENTS + "?state=resolved&limit=500")
        .then()
        .body("incidents.state", everyItem(is("resolved")))
        .body("incidents.app", hasItem("api-over"));
    api()
        .get(INCIDENTS + "?state=open&state=acknowledged&app=api-open")
        .then()
        .body("incidents.app", is(List.of("api-open")));
    api().get(INCIDENTS + "?app=nobody").then().body("incidents", hasSize(0));
  }

  @ParameterizedTest
  @ValueSource(strings = {INCIDENTS, "/api/v1/deliveries"})
  void theNextPageGoesOnWhereTheOneBeforeEnded(String list) {
    for (int n = 0; n < 5; n++) {
      says("api-page-" + n, "build.oom", "step 1");
    }
    String field = list.substring(list.lastIndexOf('/') + 1);
    String key = field.equals("incidents") ? "label" : "id";
    List<Object> whole = api().get(list + "?limit=500").jsonPath().getList(field + "." + key);

    List<Object> pages = new ArrayList<>();
    String cursor = null;
    do {
      JsonPath page =
          api().get(list + "?limit=2" + (cursor == null ? "" : "&cursor=" + cursor)).jsonPath();
      List<Object> shown = page.getList(field + "." + key);
      assertThat(shown).hasSizeLessThanOrEqualTo(2);
      pages.addAll(shown);
      cursor = page.getString("next");
    } while (cursor != null);

    assertThat(pages).isEqualTo(whole).doesNotHaveDuplicates();
  }

  @Test
  void whoLooksAfterItIsToldOnceAndStays() {
    says("api-ack", "build.oom", "step 1");
    String label = label("api-ack");

    acknowledge(label, "{\"by\":\"ann\"}")
        .then()
        .statusCode(200)
        .body("incident.state", is("acknowledged"))
        .body("incident.acknowledgedBy", is("ann"))
        .body("transitions.reason", is(List.of("opened", "acknowledged")));
    acknowledge(label, "{\"by\":\"bob\"}")
        .then()
        .statusCode(200)
        .body("incident.acknowledgedBy", is("ann"))
        .body("transitions", hasSize(2));
  }

  @Test
  void whatIsOverNeedsNobodyToLookAfterIt() {
    says("api-late", "build.oom", "step 1");
    says("api-late", "build.succeeded", "done");
    String label = label("api-late");

    acknowledge(label, "{\"by\":\"ann\"}")
        .then()
        .statusCode(409)
        .contentType("application/problem+json")
        .body("detail", is(label + " is resolved already"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{}", "{\"by\":\"\"}", "{\"by\":\" \\u001b[0m \"}", "null"})
  void nobodyCannotLookAfterIt(String body) {
    says("api-nobody", "build.oom", "step 1");

    acknowledge(label("api-nobody"), body)
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("expected", is("{\"by\": \"<1 to 100 characters>\"}"));
  }

  @Test
  void theLedgerSaysWhoIsTold() {
    says("api-ledger", "build.oom", "step 1");
    String label = label("api-ledger");

    api()
        .get(INCIDENTS + "/" + label + "/deliveries")
        .then()
        .statusCode(200)
        .body("deliveries.receiver", is(List.of("email", "slack-webhook")))
        .body("deliveries.incident", everyItem(is(label)))
        .body("deliveries.reason", everyItem(is("opened")))
        .body("deliveries.seq", everyItem(is(1)));
  }

  private void says(String app, String type, String subject) {
    QuarkusTransaction.requiringNew()
        .run(() -> TroubledApp.says(store, outbox, Instant.now(), app, type, subject));
  }

  private static String label(String app) {
    return api().get(INCIDENTS + "?app=" + app).path("incidents[-1].label");
  }

  private static Response acknowledge(String label, String body) {
    return api()
        .contentType(ContentType.JSON)
        .body(body)
        .post(INCIDENTS + "/" + label + "/acknowledge");
  }

  private static RequestSpecification api() {
    return given().header("Authorization", "Bearer " + TestReceivers.API_TOKEN);
  }
}
