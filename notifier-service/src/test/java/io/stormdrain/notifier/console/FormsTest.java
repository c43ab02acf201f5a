package io.stormdrain.notifier.console;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

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

/** What people do on the page of an incident. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
final class FormsTest {

  @Inject IncidentStore store;
  @Inject Outbox outbox;

  private Scene scene;

  @BeforeEach
  void begin() {
    scene = new Scene(store, outbox, Instant.now().minusSeconds(90));
  }

  @Test
  void whoAcknowledgesIsRememberedAndShown() {
    scene.build("page-ack", false);
    String path = "/incidents/" + Visit.label("page-ack");

    Response answer = Visit.form(path + "/acknowledge", "name", "Änn O'Neil");

    answer.then().statusCode(303).header("Location", is(path + "?said=acknowledged#said"));
    assertThat(answer.getDetailedCookie("stormdrain_name").isHttpOnly()).isTrue();
    assertThat(answer.getDetailedCookie("stormdrain_name").getSameSite()).isEqualTo("Strict");
    String page = given().cookies(answer.cookies()).get(path + "?said=acknowledged").asString();
    assertThat(page)
        .contains("Everybody who was told of it can see that you look after it.")
        .contains(
            "value=\"Änn O&#39;Neil\"", "acknowledged by Änn O&#39;Neil".replace("ack", "Ack"))
        .doesNotContain("action=\"" + path + "/acknowledge\"");
    Visit.form(path + "/acknowledge", "name", "bob")
        .then()
        .header("Location", is(path + "?said=taken#said"));
  }

  @Test
  void whoResolvesCanSayThatItIsFixed() {
    scene.build("page-fix", false);
    String path = "/incidents/" + Visit.label("page-fix");

    Visit.form(path + "/resolve", "name", "ann", "text", "more memory", "release", "v42")
        .then()
        .header("Location", is(path + "?said=fixed#said"));

    assertThat(Visit.page(path))
        .contains("fixed in v42 by ann: more memory", "resolved: fixed")
        .doesNotContain("/resolve\"");
    Visit.form(path + "/resolve", "name", "ann").then().statusCode(409).contentType("text/html");
  }

  @Test
  void nobodyIsAskedToTypeItAgainForNothing() {
    scene.build("page-noname", false);
    String path = "/incidents/" + Visit.label("page-noname");

    Visit.form(path + "/acknowledge", "name", " ")
        .then()
        .header("Location", is(path + "?said=no-name#said"));
    Visit.form(path + "/note", "name", "ann", "text", "x".repeat(1001))
        .then()
        .header("Location", is(path + "?said=no-text#said"));
    assertThat(Visit.page(path)).contains("nobody yet").doesNotContain("noted");
    assertThat(Visit.page(path + "?said=no-name")).contains("role=\"alert\"");
  }

  @Test
  void aPageThatHasNotChangedIsNotSentAgain() {
    scene.build("page-etag", false);
    String path = "/incidents/" + Visit.label("page-etag");
    Visit.await(() -> Visit.page(path).contains("outcome sent"));
    String tag = given().get(path).header("ETag");

    given().header("If-None-Match", tag).get(path).then().statusCode(304);
    Visit.form(path + "/note", "name", "ann", "text", "looking");
    given()
        .header("If-None-Match", tag)
        .get(path)
        .then()
        .statusCode(200)
        .body(containsString("ann noted: looking"));
  }
}
