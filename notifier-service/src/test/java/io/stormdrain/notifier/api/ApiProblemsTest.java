package io.stormdrain.notifier.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.stormdrain.notifier.TestDatabase;
import io.stormdrain.notifier.TestReceivers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the API says to those who ask wrongly, or may not ask. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
@WithTestResource(TestReceivers.class)
final class ApiProblemsTest {

  private static final String INCIDENTS = "/api/v1/incidents";

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "/api/v1/incidents?state=broken, 400, state 'broken' is not known",
        "/api/v1/incidents?severity=HIGH, 400, severity 'HIGH' is not known",
        "/api/v1/incidents?limit=0, 400, limit is 0",
        "/api/v1/incidents?limit=x, 400, limit 'x' is not a number",
        "/api/v1/incidents?cursor=-1, 400, cursor '-1' is not a number",
        "/api/v1/deliveries?state=lost, 400, state 'lost' is not known",
        "/api/v1/incidents/INC-999999, 404, there is no incident INC-999999",
        "/api/v1/incidents/17, 400, '17' names no incident",
        "/api/v1/apps/nobody/releases, 404, nothing was seen of an app 'nobody' yet",
        "/api/v1/apps/nobody/boots, 404, nothing was seen of an app 'nobody' yet",
        "/api/v1/digest?app=nobody, 404, nothing was seen of an app 'nobody' yet",
        "/api/v1/digest?from=soon, 400, from 'soon' is no time",
        "/api/v1/apps/nobody/releases?healthy=soon, 400, \"healthy: expected a duration like 90s, 5m, 4h or 7d, got 'soon'\"",
        "/api/v1/nothing, 404, there is nothing at this address",
      })
  void aProblemSaysWhatCameAndWhatWasExpected(String path, int status, String detail) {
    Response response = api().get(path);

    response
        .then()
        .statusCode(status)
        .contentType("application/problem+json")
        .body("status", equalTo(status))
        .body("detail", equalTo(detail));
    assertThat(response.asString()).doesNotContain("Exception", "\tat ", "io.stormdrain");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Bearer wrong", "Basic YTpi", "Bearer "})
  void withoutTheTokenNobodyGetsIn(String authorization) {
    given()
        .header("Authorization", authorization)
        .get(INCIDENTS)
        .then()
        .statusCode(401)
        .header("WWW-Authenticate", "Bearer")
        .contentType("application/problem+json")
        .body("expected", containsString("Bearer"));
  }

  @Test
  void aBodyThatIsNotJsonIsAProblem() {
    Response response =
        api().contentType(ContentType.JSON).body("{").post(INCIDENTS + "/INC-1/acknowledge");

    response.then().statusCode(400).contentType("application/problem+json");
    assertThat(response.asString()).doesNotContain("jackson", "io.stormdrain");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = ';',
      value = {
        "acknowledge; ; the body is empty",
        "resolve; {}; nobody is named in the field 'by'",
        "resolve; {\"by\": \"kim\", \"release\": \"v42\"}; a release is named, but not that it is fixed with it",
        "notes; {\"by\": \"kim\"}; nothing is said in the field 'text'",
      })
  void whatPeopleDoHasToBeSaidWhole(String action, @Nullable String body, String detail) {
    RequestSpecification request = api().contentType(ContentType.JSON);
    (body == null ? request : request.body(body))
        .post(INCIDENTS + "/INC-1/" + action)
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("detail", equalTo(detail))
        .body("expected", containsString("\"by\""));
  }

  private static RequestSpecification api() {
    return given().header("Authorization", "Bearer " + TestReceivers.API_TOKEN);
  }
}
