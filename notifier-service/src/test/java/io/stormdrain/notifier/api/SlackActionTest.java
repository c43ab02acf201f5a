package io.stormdrain.notifier.api;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.stormdrain.notifier.Secret;
import io.stormdrain.notifier.TestDatabase;
import io.stormdrain.notifier.TestReceivers;
import io.stormdrain.notifier.TroubledApp;
import io.stormdrain.notifier.delivery.Outbox;
import io.stormdrain.notifier.slack.SlackSignature;
import io.stormdrain.notifier.store.IncidentStore;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.net.URLEncoder;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** Buttons of Slack messages, pressed. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
@WithTestResource(TestReceivers.class)
final class SlackActionTest {

  @Inject IncidentStore store;
  @Inject Outbox outbox;
  @Inject EntityManager entities;

  @Test
  void acknowledgesInThePressersName() {
    String label = trouble("pressed-one");

    assertThat(press(label, "acknowledge", "1", TestReceivers.SIGNING_SECRET)).isEqualTo(200);

    await(() -> "mara".equals(incident(label, "acknowledgedBy")));
  }

  @Test
  void resolves() {
    String label = trouble("pressed-two");

    press(label, "resolve", "2", TestReceivers.SIGNING_SECRET);

    await(() -> "resolved".equals(incident(label, "state")));
  }

  @Test
  void aPressThatComesTwiceAsksForSilenceOnce() {
    String label = trouble("pressed-three");

    press(label, "silence_hour", "3", TestReceivers.SIGNING_SECRET);
    press(label, "silence_hour", "3", TestReceivers.SIGNING_SECRET);

    await(() -> silences() == 1);
    press(label, "silence_hour", "4", TestReceivers.SIGNING_SECRET);
    await(() -> silences() == 2);
  }

  /** Slack shows an error after three seconds. */
  @Test
  void theAnswerDoesNotWaitForWhatIsDone() {
    String label = trouble("pressed-six");
    long begin = System.nanoTime();
    QuarkusTransaction.requiringNew()
        .run(() -> {
          entities
              .createNativeQuery("lock table incident, case_file in access exclusive mode")
              .executeUpdate();
          assertThat(press(label, "resolve", "6", TestReceivers.SIGNING_SECRET)).isEqualTo(200);
        });

    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(3));
    await(() -> "resolved".equals(incident(label, "state")));
  }

  @Test
  void whoDoesNotKnowTheSecretPressesNothing() {
    String label = trouble("pressed-four");

    assertThat(press(label, "resolve", "5", "another secret")).isEqualTo(401);
    assertThat(given().post("/slack/actions").statusCode()).isBetween(400, 499);
    assertThat(incident(label, "state")).isEqualTo("open");
  }

  private String trouble(String app) {
    QuarkusTransaction.requiringNew()
        .run(() -> TroubledApp.says(store, outbox, Instant.now(), app, "build.oom", "step 1"));
    return given()
        .header("Authorization", "Bearer " + TestReceivers.API_TOKEN)
        .get("/api/v1/incidents?app=" + app)
        .path("incidents[0].label");
  }

  private static int press(String incident, String action, String time, String secret) {
    String body =
        "payload="
            + URLEncoder.encode(
                """
                {"type":"block_actions","user":{"username":"mara"},
                 "actions":[{"action_id":"%s","value":"%s","action_ts":"%s"}]}
                """
                    .formatted(action, incident, time),
                UTF_8);
    String now = Long.toString(Instant.now().getEpochSecond());
    return given()
        .contentType("application/x-www-form-urlencoded")
        .header("X-Slack-Request-Timestamp", now)
        .header("X-Slack-Signature", SlackSignature.of(now, body, Secret.of(secret)))
        .body(body)
        .post("/slack/actions")
        .statusCode();
  }

  private static String incident(String label, String field) {
    return given()
        .header("Authorization", "Bearer " + TestReceivers.API_TOKEN)
        .get("/api/v1/incidents/" + label)
        .path("incident." + field);
  }

  private static long silences() {
    return given()
        .header("Authorization", "Bearer " + TestReceivers.API_TOKEN)
        .get("/api/v1/silences")
        .jsonPath()
        .<String>getList("silences.match")
        .stream()
        .filter(match -> match.contains("pressed-three"))
        .count();
  }

  private static void await(BooleanSupplier condition) {
    long until = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("it has not come about in time").isLessThan(until);
      LockSupport.parkNanos(5_000_000);
    }
  }
}
