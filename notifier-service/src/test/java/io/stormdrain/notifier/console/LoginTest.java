package io.stormdrain.notifier.console;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.stormdrain.notifier.TestDatabase;
import io.stormdrain.notifier.TestReceivers;
import io.stormdrain.notifier.people.Members;
import io.stormdrain.notifier.people.Role;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How people log in and out. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
@WithTestResource(TestReceivers.class)
final class LoginTest {

  private static final String COOKIE = Members.COOKIE;
  private static final int GUESSES = 5;

  @TestHTTPResource("/login")
  URI login = URI.create("http://localhost/login");

  private final String name = Members.name();

  @BeforeEach
  void join() {
    Members.sessionOf(name, Role.RESPONDER);
  }

  @ParameterizedTest
  @CsvSource({
    "/, /login?to=%2F",
    "/incidents/INC-3, /login?to=%2Fincidents%2FINC-3",
    "/deliveries?state=dead, /login?to=%2Fdeliveries%3Fstate%3Ddead",
  })
  void nobodySeesAPageWithoutAPass(String path, String location) {
    visitor().get(path).then().statusCode(303).header("Location", is(location));
  }

  @Test
  void whoLogsInGetsWhereTheyWantedToGo() {
    Response answer = Members.login(name, Members.PASSWORD, "/deliveries");

    answer.then().statusCode(303).header("Location", is("/deliveries"));
    assertThat(answer.getDetailedCookie(COOKIE).isHttpOnly()).isTrue();
    assertThat(answer.getDetailedCookie(COOKIE).getSameSite()).isEqualTo("Strict");
    visitor()
        .cookie(COOKIE, answer.getCookie(COOKIE))
        .get("/")
        .then()
        .statusCode(200)
        .body(containsString("Log out"), containsString(name));
  }

  @Test
  void aWrongPasswordIsRefusedAsIsAWrongName() {
    for (String who : List.of(name, "nobody-of-that-name")) {
      Response answer = Members.login(who, "wrong", "/deliveries");

      answer
          .then()
          .statusCode(403)
          .contentType("text/html")
          .body(
              containsString("That is not a name and its password."),
              containsString("value=\"/deliveries\""));
      assertThat(answer.getCookie(COOKIE)).isNull();
    }
    Members.login(name, Members.PASSWORD, "/").then().statusCode(303);
  }

  @Test
  void whoGuessesHasToWaitAndTheOthersHaveNot() throws Exception {
    for (int attempt = 0; attempt < GUESSES; attempt++) {
      assertThat(guess("127.0.0." + (77 + attempt)).statusCode()).isEqualTo(403);
    }
    HttpResponse<String> answer = guess("127.0.0.99");

    assertThat(answer.statusCode()).isEqualTo(429);
    assertThat(answer.headers().firstValue("Retry-After")).contains("60");
    assertThat(answer.body()).contains("Wait a minute");
    Members.login(Members.name(), "wrong", "/").then().statusCode(403);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
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
    Members.login(name, Members.PASSWORD, to).then().statusCode(303).header("Location", is("/"));
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
  void aPassDoesNotMakeFormsOfOtherSitesOurs() {
    visitor()
        .cookie(COOKIE, pass())
        .header("Origin", "https://evil.example")
        .formParam("name", "eve")
        .post("/incidents/INC-1/acknowledge")
        .then()
        .statusCode(403);
  }

  private String pass() {
    return Members.login(name, Members.PASSWORD, "/").getCookie(COOKIE);
  }

  private HttpResponse<String> guess(String from) throws IOException, InterruptedException {
    try (HttpClient client =
        HttpClient.newBuilder().localAddress(InetAddress.getByName(from)).build()) {
      return client.send(
          HttpRequest.newBuilder(login)
              .header("Sec-Fetch-Site", "same-origin")
              .header("Content-Type", "application/x-www-form-urlencoded")
              .POST(HttpRequest.BodyPublishers.ofString("name=guessed&password=guess&to=%2F"))
              .build(),
          HttpResponse.BodyHandlers.ofString());
    }
  }

  private static RequestSpecification visitor() {
    return given().redirects().follow(false);
  }
}
