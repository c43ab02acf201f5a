package io.stormdrain.notifier.people;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.stormdrain.notifier.TestClock;
import io.stormdrain.notifier.TestDatabase;
import io.stormdrain.notifier.TestReceivers;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** How people come in. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
@WithTestResource(TestReceivers.class)
final class FrontDoorTest {

  @Inject EntityManager entities;
  @Inject Audit audit;

  @Test
  void whoComesFirstBecomesAdminByALinkThatWorksOnce() {
    for (String table : List.of("session", "invitation", "account")) {
      sql("delete from " + table);
    }
    String earlier = Members.path(api().post("/api/v1/accounts/first"));
    String link = Members.path(api().post("/api/v1/accounts/first"));
    assertThat(texts("select hash from invitation")).noneMatch(link::contains);

    given().get(earlier).then().statusCode(410);
    given().get(link).then().statusCode(200).body(containsString("Welcome to Stormdrain"));
    Response in = Members.join(link, "ann");
    in.then().statusCode(303).header("Location", is("/"));
    given()
        .cookie(Members.COOKIE, in.getCookie(Members.COOKIE))
        .get("/people")
        .then()
        .statusCode(200);

    Members.join(link, "eve").then().statusCode(403).body(containsString("This link is over"));
    given().get(link).then().statusCode(410);
    api().post("/api/v1/accounts/first").then().statusCode(409);
  }

  @Test
  void nothingThatOpensADoorIsKept() {
    String token = Members.token(Role.VIEWER);
    String session = Members.session(Role.VIEWER);

    assertThat(
            texts(
                "select hash from token union select hash from session"
                    + " union select password from account where password is not null"))
        .isNotEmpty()
        .doesNotContain(token, session, Members.PASSWORD);
  }

  @Test
  void aLoginIsAlwaysANewSessionAndEndsTheOneBefore() {
    String name = Members.name();
    String first = Members.sessionOf(name, Role.VIEWER);

    Response again =
        given()
            .redirects()
            .follow(false)
            .header("Sec-Fetch-Site", "same-origin")
            .cookie(Members.COOKIE, first)
            .formParam("name", name)
            .formParam("password", Members.PASSWORD)
            .post("/login");

    again.then().statusCode(303);
    assertThat(again.getCookie(Members.COOKIE)).isNotEqualTo(first);
    assertThat(isIn(first)).isFalse();
    assertThat(isIn(again.getCookie(Members.COOKIE))).isTrue();
  }

  @Test
  void sessionsEndWhenTheyAreNotUsedAndAfterSomeTimeAnyway() {
    TestClock clock = new TestClock();
    Sessions sessions = new Sessions(clock);
    String name = Members.name();
    Members.link(name, Role.VIEWER);
    UUID account =
        QuarkusTransaction.requiringNew().call(() -> StoredAccount.named(name).orElseThrow().id);
    String idle = QuarkusTransaction.requiringNew().call(() -> sessions.open(account)).secret();
    String used = QuarkusTransaction.requiringNew().call(() -> sessions.open(account)).secret();

    clock.pass(Sessions.IDLE.dividedBy(2));
    assertThat(found(sessions, used)).isTrue();
    clock.pass(Sessions.IDLE.dividedBy(2).plusSeconds(1));
    assertThat(found(sessions, idle)).isFalse();
    Duration left = Sessions.LIFE.minus(Sessions.IDLE).minusSeconds(1);
    for (int step = 0; step < 14; step++) {
      assertThat(found(sessions, used)).as("step " + step).isTrue();
      clock.pass(left.dividedBy(14).minusSeconds(1));
    }
    clock.pass(Duration.ofMinutes(1));
    assertThat(found(sessions, used)).isFalse();
  }

  @Test
  void anotherPasswordEndsAllSessions() {
    String name = Members.name();
    String one = Members.sessionOf(name, Role.VIEWER);
    String other = Members.login(name, Members.PASSWORD, "/").getCookie(Members.COOKIE);

    given()
        .redirects()
        .follow(false)
        .header("Sec-Fetch-Site", "same-origin")
        .cookie(Members.COOKIE, one)
        .formParam("old", Members.PASSWORD)
        .formParam("password", "another horse altogether")
        .post("/me/password")
        .then()
        .statusCode(303);

    assertThat(isIn(one)).isFalse();
    assertThat(isIn(other)).isFalse();
    Members.login(name, "another horse altogether", "/").then().statusCode(303);
  }

  @Test
  void whoIsDisabledOrInvitedAnewIsOut() {
    String disabled = Members.name();
    String invited = Members.name();
    String one = Members.sessionOf(disabled, Role.RESPONDER);
    String two = Members.sessionOf(invited, Role.RESPONDER);

    api().post("/api/v1/accounts/" + disabled + "/disable").then().statusCode(200);
    String link = Members.path(api().post("/api/v1/accounts/" + invited + "/invite"));

    assertThat(isIn(one)).isFalse();
    assertThat(isIn(two)).isFalse();
    Members.login(disabled, Members.PASSWORD, "/").then().statusCode(403);
    Members.login(invited, Members.PASSWORD, "/").then().statusCode(403);
    Members.join(link, "").then().statusCode(303);
  }

  @Test
  void theLastAdminStays() {
    sql("update account set disabled_at = now() where role = 'ADMIN'");
    String name = Members.name();
    Members.sessionOf(name, Role.ADMIN);

    api().post("/api/v1/accounts/" + name + "/disable").then().statusCode(409);
    api()
        .contentType("application/json")
        .body("{\"role\": \"viewer\"}")
        .post("/api/v1/accounts/" + name + "/change")
        .then()
        .statusCode(409);
  }

  @Test
  void shortPasswordsAreNotTaken() {
    String link = Members.link(Members.name(), Role.VIEWER);
    given()
        .header("Sec-Fetch-Site", "same-origin")
        .formParam("key", link.substring(link.indexOf('=') + 1))
        .formParam("password", "elevenchars")
        .post("/join")
        .then()
        .statusCode(403)
        .body(containsString("A password has 12 to 72 characters."));
    Members.join(link, "").then().statusCode(303);
  }

  @Test
  void aRevokedTokenOpensNothing() {
    String secret = Members.token(Role.VIEWER);
    int id = api().get("/api/v1/tokens").jsonPath().getInt("tokens[0].id");
    given().header("Authorization", "Bearer " + secret).get("/api/v1/apps").then().statusCode(200);

    api().post("/api/v1/tokens/" + id + "/revoke").then().statusCode(200);

    given().header("Authorization", "Bearer " + secret).get("/api/v1/apps").then().statusCode(401);
  }

  @Test
  void theAuditLogCannotBeChanged() {
    Members.token(Role.VIEWER);
    for (String statement :
        List.of("update audit set who = 'x'", "delete from audit", "truncate audit")) {
      assertThatThrownBy(() -> sql(statement)).hasStackTraceContaining("append-only");
    }
    assertThat(QuarkusTransaction.requiringNew().call(() -> audit.latest(Long.MAX_VALUE, 1)))
        .isNotEmpty();
  }

  private static boolean isIn(String pass) {
    return given().redirects().follow(false).cookie(Members.COOKIE, pass).get("/").statusCode()
        == 200;
  }

  private static boolean found(Sessions sessions, String pass) {
    return QuarkusTransaction.requiringNew().call(() -> sessions.find(pass)).isPresent();
  }

  private List<String> texts(String query) {
    List<?> found =
        QuarkusTransaction.requiringNew()
            .call(() -> entities.createNativeQuery(query).getResultList());
    return found.stream().map(String::valueOf).toList();
  }

  private void sql(String statement) {
    QuarkusTransaction.requiringNew()
        .run(() -> entities.createNativeQuery(statement).executeUpdate());
  }

  private static RequestSpecification api() {
    return given().header("Authorization", "Bearer " + TestReceivers.API_TOKEN);
  }
}
