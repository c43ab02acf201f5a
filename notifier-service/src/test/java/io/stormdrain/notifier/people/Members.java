package io.stormdrain.notifier.people;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.stormdrain.notifier.TestReceivers;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** People and programs that an admin has let in. */
public final class Members {

  public static final String COOKIE = "stormdrain_session";
  public static final String PASSWORD = "correct horse battery";

  private static final AtomicInteger COUNT = new AtomicInteger();

  private Members() {}

  /** A name that nobody has. */
  public static String name() {
    return "member-" + COUNT.incrementAndGet();
  }

  /** Pass of a session of somebody new. */
  public static String session(Role role, String... teams) {
    return join(link(name(), role, teams), "").getCookie(COOKIE);
  }

  /** Pass of a session of a new account of this name. */
  public static String sessionOf(String name, Role role, String... teams) {
    return join(link(name, role, teams), "").getCookie(COOKIE);
  }

  /** Path of the one-time link of a new account. */
  public static String link(String name, Role role, String... teams) {
    return path(
        given()
            .header("Authorization", "Bearer " + TestReceivers.API_TOKEN)
            .contentType(ContentType.JSON)
            .body(Map.of("name", name, "role", role.word(), "teams", List.of(teams)))
            .post("/api/v1/accounts"));
  }

  static String path(Response answer) {
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
    return answer.jsonPath().getString("link");
  }

  /** Somebody uses a link. */
  static Response join(String link, String name) {
    return given()
        .redirects()
        .follow(false)
        .header("Sec-Fetch-Site", "same-origin")
        .formParam("key", link.substring(link.indexOf('=') + 1))
        .formParam("name", name)
        .formParam("password", PASSWORD)
        .post("/join");
  }

  /** Somebody logs in. */
  public static Response login(String name, String password, String to) {
    return given()
        .redirects()
        .follow(false)
        .header("Sec-Fetch-Site", "same-origin")
        .formParam("name", name)
        .formParam("password", password)
        .formParam("to", to)
        .post("/login");
  }

  /** A token of the API. */
  public static String token(Role role, String... teams) {
    return given()
        .header("Authorization", "Bearer " + TestReceivers.API_TOKEN)
        .contentType(ContentType.JSON)
        .body(Map.of("name", name(), "role", role.word(), "teams", List.of(teams)))
        .post("/api/v1/tokens")
        .jsonPath()
        .getString("secret");
  }
}
