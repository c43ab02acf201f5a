package io.stormdrain.notifier.console;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.stormdrain.notifier.TestDatabase;
import io.stormdrain.notifier.TestReceivers;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may see pages, where a token is set. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
@WithTestResource(TestReceivers.class)
final class LoginTest {

  private static final String COOKIE = "stormdrain_session";

  @TestHTTPResource("/login")
  URI login = URI.create("http://localhost/login");

  @ParameterizedTest
  @CsvSource({
    "/, /login?to=%2F",
    "/incidents/INC-3, /login?to=%2Fincidents%2FINC-3",
    "/deliveries?state=dead, /login?to=%2Fdeliveries%3Fstate%3Ddead",
    "/nothing, /login?to=%2Fnothing",
  })
  void nobodySeesAPageWithoutAPass(String path, String location) {
    visitor().get(path).then().statusCode(303).header("Location", is(location));
  }

  @Test
  void whoShowsTheTokenGetsWhereTheyWantedToGo() {
    Response answer = enter(TestReceivers.API_TOKEN, "/deliveries");

    answer.then().statusCode(303).header("Location", is("/deliveries"));
    assertThat(answer.getDetailedCookie(COOKIE).isHttpOnly()).isTrue();
    assertThat(answer.getDetailedCookie(COOKIE).getSameSite()).isEqualTo("Strict");
    assertThat(answer.getCookie(COOKIE)).doesNotContain(TestReceivers.API_TOKEN);
    visitor()
        .cookie(COOKIE, answer.getCookie(COOKIE))
        .get("/")
        .then()
        .statusCode(200)
        .body(containsString("Log out"), not(containsString(TestReceivers.API_TOKEN)));
  }

  @Test
  void aWrongTokenIsRefused() {
    Response answer = enter("wrong", "/deliveries");

    answer
        .then()
        .statusCode(403)
        .contentType("text/html")
        .body(containsString("That is not the token."), containsString("value=\"/deliveries\""));
    assertThat(answer.getCookie(COOKIE)).isNull();
    enter(TestReceivers.API_TOKEN, "/").then().statusCode(303);
  }

  @Test
  void whoGuessesHasToWait() throws Exception {
    InetAddress other = InetAddress.getByName("127.0.0.77");
    for (int attempt = 0; attempt < Attempts.MOST; attempt++) {
      assertThat(guess(other).statusCode()).isEqualTo(403);
    }
    HttpResponse<String> answer = guess(other);

    assertThat(answer.statusCode()).isEqualTo(429);
    assertThat(answer.headers().firstValue("Retry-After")).contains("60");
    assertThat(answer.body()).contains("Wait a minute");
    enter(TestReceivers.API_TOKEN, "/").then().statusCode(303);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "99999999999.00000000000000000000000000000000.0000000000000000000000000000000000000000000000000000000000000000"
      })
  void aForgedPassOpensNothing(String pass) {
    visitor().cookie(COOKIE, pass).get("/").then().statusCode(303);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "//evil.example",
        "/\\evil.example",
        "https://evil.example",
        "/login",
        "",
        "/a b",
        "/\r\nX: y"
      })
  void aLoginLeadsNowhereElse(String to) {
    enter(TestReceivers.API_TOKEN, to).then().statusCode(303).header("Location", is("/"));
  }

  @Test
  void aLinkInAMessageOpensWithoutAnotherLogin() {
    visitor()
        .header("Sec-Fetch-Site", "cross-site")
        .get("/login?to=/incidents/INC-3")
        .then()
        .statusCode(200)
        .body(containsString("<meta http-equiv=\"refresh\" content=\"0;url=/incidents/INC-3\">"));
  }

  @Test
  void whoLeavesHasNoPass() {
    Response answer =
        visitor().header("Sec-Fetch-Site", "same-origin").cookie(COOKIE, pass()).post("/logout");

    answer.then().statusCode(303).header("Location", is("/login"));
    assertThat(answer.getDetailedCookie(COOKIE).getMaxAge()).isZero();
  }

  @Test
  void aPassIsNoTokenForTheApi() {
    visitor().cookie(COOKIE, pass()).get("/api/v1/incidents").then().statusCode(401);
  }

  @Test
  void aPassDoesNotMakeFormsOfOtherSitesOurs() {
    visitor()
        .cookie(COOKIE, pass())
        .header("Origin", "https://evil.example")
        .formParam("name", "eve")
        .post("/incidents/INC-1/acknowledge")
        .then()
        .statusCode(403);
  }

  private static String pass() {
    return enter(TestReceivers.API_TOKEN, "/").getCookie(COOKIE);
  }

  private HttpResponse<String> guess(InetAddress from) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newBuilder().localAddress(from).build()) {
      return client.send(
          HttpRequest.newBuilder(login)
              .header("Sec-Fetch-Site", "same-origin")
              .header("Content-Type", "application/x-www-form-urlencoded")
              .POST(HttpRequest.BodyPublishers.ofString("token=guess&to=%2F"))
              .build(),
          HttpResponse.BodyHandlers.ofString());
    }
  }

  private static Response enter(String token, String to) {
    return visitor()
        .header("Sec-Fetch-Site", "same-origin")
        .formParam("token", token)
        .formParam("to", to)
        .post("/login");
  }

  private static RequestSpecification visitor() {
    return given().redirects().follow(false);
  }
}
