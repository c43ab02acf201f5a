package io.stormdrain.notifier;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.stormdrain.notifier.delivery.Outbox;
import io.stormdrain.notifier.store.IncidentStore;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** From a stored transition to Slack and a mailbox, with the real courier and its clock. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
@WithTestResource(TestReceivers.class)
@Timeout(120)
final class NotifierTest {

  private static final int INCIDENTS = 60;

  /** So many that none of them is seen in more apps than make a storm. */
  private static final List<String> TROUBLES =
      List.of(
          "disk.full",
          "port.taken",
          "library.missing",
          "slug.oversized",
          "image.unavailable",
          "schema.invalid",
          "migration.failed",
          "model.unavailable",
          "syntax.invalid",
          "runtime.mismatched");

  private static final Formatter FORMAT = new PatternFormatter("%s%e%n");

  @Inject IncidentStore store;
  @Inject Outbox outbox;

  Queue<String> posts = new ConcurrentLinkedQueue<>();
  Queue<Integer> statuses = new ConcurrentLinkedQueue<>();
  Supplier<List<String>> mails = List::of;

  @Test
  void everyAlertReachesSlackOnceAndTheMailbox() {
    for (int n = 0; n < INCIDENTS; n++) {
      says("alert-%03d".formatted(n), TROUBLES.get(n % TROUBLES.size()), "step 1");
    }
    for (int n = 0; n < INCIDENTS; n++) {
      String app = "alert-%03d".formatted(n);
      await(() -> reached(app));
    }
    assertThat(posts.stream().filter(post -> post.contains("alert-"))).hasSize(INCIDENTS);
  }

  @Test
  void theEndIsToldWithoutWaiting() {
    says("ended", "build.oom", "step 1");
    await(() -> reached("ended"));
    says("ended", "build.succeeded", "done");

    await(() -> posts.stream().anyMatch(p -> p.contains("ended") && p.contains("Resolved:")));
    await(() -> mails.get().stream().anyMatch(m -> m.contains("ended") && m.contains("Resolved:")));
  }

  @Test
  void nobodyReadsASecretAnywhere() {
    Queue<String> log = new ConcurrentLinkedQueue<>();
    Handler listener = listener(log);
    Logger.getLogger("").addHandler(listener);
    try {
      statuses.addAll(List.of(404, 500));
      says("hush", "build.oom", "step 1");
      says("quiet", "build.oom", "step 1");
      await(() -> dead() && mails.get().stream().anyMatch(mail -> mail.contains("hush")));
    } finally {
      Logger.getLogger("").removeHandler(listener);
    }

    String all =
        String.join("\n", log)
            + api("/api/v1/deliveries")
            + api("/api/v1/incidents")
            + given().get("/q/metrics").asString()
            + given().get("/q/health/ready").asString()
            + String.join("\n", posts)
            + String.join("\n", mails.get());
    assertThat(log).isNotEmpty();
    assertThat(all)
        .doesNotContain(TestReceivers.WEBHOOK_SECRET)
        .doesNotContain(TestReceivers.MAIL_SECRET)
        .doesNotContain(TestReceivers.API_TOKEN);
  }

  @Test
  void healthTellsOfReceiversAndStaysUp() {
    given()
        .get("/q/health/ready")
        .then()
        .body("checks.find { it.name == 'receivers' }.status", is("UP"))
        .body("checks.find { it.name == 'receivers' }.data.email", is("OK"));
  }

  @Test
  void metricsAreNamedByTheWordsOfTheField() {
    says("counted", "build.oom", "step 1");
    await(() -> reached("counted"));

    await(() ->
        given()
            .get("/q/metrics")
            .asString()
            .contains(
                "stormdrain_notifier_deliveries_total{outcome=\"sent\",reason=\"opened\",receiver=\"email\"}"));
    assertThat(given().get("/q/metrics").asString())
        .contains("stormdrain_notifier_deliveries_enqueued_total{")
        .contains("stormdrain_notifier_delivery_latency_seconds_bucket{")
        .contains("stormdrain_notifier_delivery_attempts_total{")
        .contains("stormdrain_notifier_outbox_oldest_seconds{receiver=\"slack-webhook\"}")
        .contains("stormdrain_notifier_deliveries_waiting{receiver=\"email\"}")
        .contains("stormdrain_notifier_receiver_state{receiver=\"email\",state=\"ok\"} 1.0");
  }

  private void says(String app, String type, String subject) {
    QuarkusTransaction.requiringNew()
        .run(() -> TroubledApp.says(store, outbox, Instant.now(), app, type, subject));
  }

  private boolean reached(String app) {
    return posts.stream().anyMatch(post -> post.contains(app))
        && mails.get().stream().anyMatch(mail -> mail.contains(app));
  }

  private static boolean dead() {
    return api("/api/v1/deliveries?state=dead").contains("slack-webhook");
  }

  private static String api(String path) {
    return given()
        .header("Authorization", "Bearer " + TestReceivers.API_TOKEN)
        .get(path)
        .asString();
  }

  private static Handler listener(Queue<String> log) {
    return new Handler() {
      @Override
      public void publish(LogRecord record) {
        log.add(FORMAT.format(record));
      }

      @Override
      public void flush() {}

      @Override
      public void close() {}
    };
  }

  private static void await(BooleanSupplier condition) {
    long until = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("waited too long").isLessThan(until);
      LockSupport.parkNanos(2_000_000);
    }
  }
}
