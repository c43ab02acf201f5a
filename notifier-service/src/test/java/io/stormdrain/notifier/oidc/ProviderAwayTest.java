package io.stormdrain.notifier.oidc;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.stormdrain.notifier.TestDatabase;
import io.stormdrain.notifier.TestReceivers;
import io.stormdrain.notifier.people.Members;
import io.stormdrain.notifier.people.Role;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A provider that does not answer keeps nobody else out. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
@WithTestResource(TestReceivers.class)
@TestProfile(ProviderAwayTest.Nobody.class)
@Timeout(120)
final class ProviderAwayTest {

  /** Nothing listens where it should be. */
  public static final class Nobody implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "stormdrain.notifier.oidc.url", "http://127.0.0.1:1",
          "stormdrain.notifier.oidc.client-secret", "hush",
          "stormdrain.notifier.oidc.name", "Example");
    }
  }

  @Test
  void thePageSaysSoAndPasswordsWork() {
    String name = Members.name();
    Members.sessionOf(name, Role.VIEWER);

    given()
        .get("/login/provider?to=/deliveries")
        .then()
        .statusCode(503)
        .contentType("text/html")
        .body(containsString("Example does not answer"), containsString("name=\"password\""));
    Members.login(name, Members.PASSWORD, "/").then().statusCode(303).header("Location", is("/"));
    given().get("/q/health/live").then().statusCode(200);
  }
}
