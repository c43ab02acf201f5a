package io.stormdrain.notifier.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

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
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Secrets of channels live in settings and files. They are never stored, so no dump has them, and
 * nobody who asks is told them.
 */
@QuarkusTest
@WithTestResource(TestDatabase.class)
@WithTestResource(TestReceivers.class)
final class SecretsStayOutTest {

  private static final List<String> SECRETS =
      List.of(
          TestReceivers.WEBHOOK_SECRET,
          TestReceivers.MAIL_SECRET,
          TestReceivers.SIGNING_SECRET,
          TestReceivers.API_TOKEN);

  @Inject IncidentStore store;
  @Inject Outbox outbox;
  @Inject EntityManager entities;

  Queue<Integer> statuses = new ConcurrentLinkedQueue<>();

  /** A receiver that works, one that does not, and all that is noted of both. */
  @BeforeEach
  void everythingIsUsed() {
    statuses.add(404);
    QuarkusTransaction.requiringNew()
        .run(() ->
            TroubledApp.says(store, outbox, Instant.now(), "secretive", "build.oom", "step 1"));
    for (String receiver : List.of("slack-webhook", "email")) {
      api().post("/api/v1/receivers/" + receiver + "/ping").then().statusCode(200);
    }
  }

  @Test
  void noDumpOfTheDatabaseHasThem() {
    String dump = QuarkusTransaction.requiringNew().call(this::dump);

    assertThat(dump).contains("secretive");
    assertThat(SECRETS).noneMatch(dump::contains);
  }

  @Test
  void noAnswerHasThem() {
    for (String address :
        List.of(
            "/api/v1/receivers",
            "/api/v1/deliveries?limit=500",
            "/api/v1/incidents?limit=500",
            "/api/v1/routing/test?app=secretive&severity=high",
            "/api/v1/silences?all=true",
            "/api/v1/audit",
            "/q/health",
            "/q/metrics",
            "/q/openapi")) {
      String answer = api().get(address).asString();
      assertThat(answer).as(address).isNotEmpty();
      assertThat(SECRETS).as(address).noneMatch(answer::contains);
    }
  }

  /** Every row of every table, as text. */
  private String dump() {
    return texts("select table_name from information_schema.tables where table_schema = 'notifier'")
        .stream()
        .flatMap(table -> texts("select cast(t as text) from notifier." + table + " t").stream())
        .collect(Collectors.joining("\n"));
  }

  private List<String> texts(String query) {
    List<?> rows = entities.createNativeQuery(query, String.class).getResultList();
    return rows.stream().map(String::valueOf).toList();
  }

  private static RequestSpecification api() {
    return given()
        .auth()
        .preemptive()
        .oauth2(TestReceivers.API_TOKEN)
        .contentType(ContentType.JSON)
        .redirects()
        .follow(false);
  }
}
