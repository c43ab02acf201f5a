package io.stormdrain.notifier.people;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.stormdrain.notifier.TestDatabase;
import io.stormdrain.notifier.TestReceivers;
import io.stormdrain.notifier.TroubledApp;
import io.stormdrain.notifier.delivery.Outbox;
import io.stormdrain.notifier.store.IncidentStore;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever people change, it is kept who did it. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
@WithTestResource(TestReceivers.class)
final class AuditTest {

  /** They change nothing. */
  private static final Set<String> HARMLESS =
      Set.of(
          "POST /api/v1/silences/preview",
          "POST /silences/preview",
          "POST /signatures/test",
          "POST /rules/test",
          "POST /api/v1/rules/test",
          "POST /rules/backtest",
          "POST /api/v1/rules/backtest",
          "POST /api/v1/accounts/first");

  @Inject IncidentStore store;
  @Inject Outbox outbox;
  @Inject EntityManager entities;

  private final Map<String, Runnable> deeds = new LinkedHashMap<>();
  private String admin = "";
  private String label = "";

  @BeforeEach
  void begin() {
    admin = Members.session(Role.ADMIN);
    troubled();
  }

  @Test
  void everyChangeLeavesAnEntry() {
    incidents();
    silences();
    pages();
    others();
    accounts();
    Set<String> changing =
        Routes.all().stream()
            .filter(route -> !route.reads() && !route.isOpen())
            .map(Routes.Route::toString)
            .filter(route -> !HARMLESS.contains(route))
            .collect(Collectors.toSet());
    assertThat(deeds.keySet()).containsExactlyInAnyOrderElementsOf(changing);

    deeds.forEach((route, deed) -> {
      long before = entries();
      deed.run();
      assertThat(entries()).as(route).isGreaterThan(before);
    });
  }

  @Test
  void theLogIsReadAndExportedByAdmins() {
    Members.token(Role.VIEWER);
    String exported = api().get("/api/v1/audit/export").asString();

    assertThat(exported.lines().count()).isGreaterThanOrEqualTo(entries() - 1);
    assertThat(exported).contains("\"what\":\"token-added\"", "\"who\":\"settings\"");
    assertThat(page("/audit")).contains("token added");
    assertThat(page("/audit/export")).startsWith("{\"id\":");
    assertThat(api().get("/api/v1/audit?limit=1").jsonPath().getString("next")).isNotNull();
  }

  private void incidents() {
    for (String action : new String[] {"acknowledge", "notes", "resolve"}) {
      deeds.put(
          "POST /api/v1/incidents/{incident}/" + action,
          () -> {
            troubled();
            said("/api/v1/incidents/" + label + "/" + action, "{\"by\":\"ann\",\"text\":\"hm\"}");
          });
    }
    for (String action : new String[] {"acknowledge", "note", "resolve"}) {
      deeds.put(
          "POST /incidents/{incident}/" + action,
          () -> {
            troubled();
            form("/incidents/" + label + "/" + action, "text", "hm");
          });
    }
  }

  private void silences() {
    String body = "{\"by\":\"ann\",\"until\":\"1h\",\"match\":{\"app\":[\"audited\"]}}";
    deeds.put("POST /api/v1/silences", () -> said("/api/v1/silences", body));
    deeds.put(
        "POST /api/v1/silences/{silence}/end",
        () ->
            said(
                "/api/v1/silences/"
                    + said("/api/v1/silences", body).jsonPath().getInt("id")
                    + "/end",
                "{\"by\":\"ann\"}"));
  }

  private void pages() {
    deeds.put(
        "POST /silences", () -> form("/silences", "app", "audited", "until", "1h", "name", "ann"));
    deeds.put(
        "POST /silences/{silence}/end",
        () -> {
          form("/silences", "app", "audited", "until", "1h");
          int silence = api().get("/api/v1/silences").jsonPath().getInt("silences[0].id");
          form("/silences/" + silence + "/end", "name", "ann");
        });
    deeds.put("POST /receivers/{receiver}/ping", () -> form("/receivers/email/ping"));
    deeds.put("POST /sources", () -> form("/sources", "sender", "heroku", "app", "shop"));
    deeds.put(
        "POST /sources/{source}/rotate", () -> form("/sources/shop/rotate", "sender", "heroku"));
    deeds.put("POST /sources/{source}/remove", () -> form("/sources/shop/remove"));
  }

  private void others() {
    deeds.put(
        "POST /api/v1/deliveries/{delivery}/replay",
        () -> {
          troubled();
          int dead =
              api()
                  .get("/api/v1/incidents/" + label + "/deliveries")
                  .jsonPath()
                  .getInt("deliveries[0].id");
          sql("update delivery set state = 'DEAD' where id = " + dead);
          said("/api/v1/deliveries/" + dead + "/replay", "{\"by\":\"ann\"}");
        });
    deeds.put(
        "POST /api/v1/receivers/{receiver}/ping", () -> said("/api/v1/receivers/email/ping", ""));
    deeds.put(
        "POST /me/password",
        () -> {
          String name = Members.name();
          String pass = Members.sessionOf(name, Role.VIEWER);
          sent(pass, "/me/password", "old", Members.PASSWORD, "password", "another horse battery");
        });
    deeds.put("POST /me/leave", () -> sent(Members.session(Role.VIEWER), "/me/leave"));
  }

  private void accounts() {
    deeds.put("POST /api/v1/accounts", () -> Members.link(Members.name(), Role.VIEWER));
    deeds.put(
        "POST /people/accounts",
        () -> form("/people/accounts", "name", Members.name(), "role", "viewer"));
    for (String action : new String[] {"change", "invite", "disable"}) {
      deeds.put(
          "POST /api/v1/accounts/{name}/" + action,
          () -> said("/api/v1/accounts/" + member() + "/" + action, "{\"role\":\"responder\"}"));
      deeds.put(
          "POST /people/accounts/{name}/" + action,
          () -> form("/people/accounts/" + member() + "/" + action, "role", "responder"));
    }
    deeds.put("POST /api/v1/tokens", () -> Members.token(Role.VIEWER));
    deeds.put("POST /people/tokens", () -> form("/people/tokens", "name", "ci", "role", "viewer"));
    deeds.put(
        "POST /api/v1/tokens/{token}/revoke",
        () -> said("/api/v1/tokens/" + token() + "/revoke", ""));
    deeds.put(
        "POST /people/tokens/{token}/revoke", () -> form("/people/tokens/" + token() + "/revoke"));
  }

  private static String member() {
    String name = Members.name();
    Members.link(name, Role.VIEWER);
    return name;
  }

  private static int token() {
    Members.token(Role.VIEWER);
    return api().get("/api/v1/tokens").jsonPath().getInt("tokens[0].id");
  }

  private static Response said(String path, String body) {
    Response answer =
        (body.isEmpty() ? api() : api().contentType("application/json").body(body)).post(path);
    assertThat(answer.statusCode()).as(path + ": " + answer.asString()).isEqualTo(200);
    return answer;
  }

  private void form(String path, String... fields) {
    sent(admin, path, fields);
  }

  private static void sent(String pass, String path, String... fields) {
    RequestSpecification request =
        given()
            .redirects()
            .follow(false)
            .header("Sec-Fetch-Site", "same-origin")
            .cookie(Members.COOKIE, pass);
    for (int at = 0; at < fields.length; at += 2) {
      request.formParam(fields[at], fields[at + 1]);
    }
    assertThat(request.post(path).statusCode()).as(path).isIn(200, 303);
  }

  private String page(String path) {
    return given().cookie(Members.COOKIE, admin).get(path).asString();
  }

  private static RequestSpecification api() {
    return given().header("Authorization", "Bearer " + TestReceivers.API_TOKEN);
  }

  private void troubled() {
    String app = "audited-" + Members.name();
    QuarkusTransaction.requiringNew()
        .run(() -> TroubledApp.says(store, outbox, Instant.now(), app, "build.oom", "step 1"));
    label =
        api()
            .get("/api/v1/incidents?app=" + app)
            .jsonPath()
            .getString("incidents.find { it.severity != 'info' }.label");
  }

  private long entries() {
    return QuarkusTransaction.requiringNew().call(() -> StoredEntry.count());
  }

  private void sql(String statement) {
    QuarkusTransaction.requiringNew()
        .run(() -> entities.createNativeQuery(statement).executeUpdate());
  }
}
