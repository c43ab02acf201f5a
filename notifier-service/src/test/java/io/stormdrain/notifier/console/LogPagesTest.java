package io.stormdrain.notifier.console;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.stormdrain.notifier.TestDatabase;
import io.stormdrain.notifier.TestLog;
import io.stormdrain.notifier.WrittenLog;
import io.stormdrain.notifier.delivery.Outbox;
import io.stormdrain.notifier.signal.Evidence;
import io.stormdrain.notifier.store.IncidentStore;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Log lines as people see them. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
@WithTestResource(TestLog.class)
final class LogPagesTest {

  private static final String HOSTILE = "</li><script>alert(1)</script>\u202e\u001b[31m";

  @Inject IncidentStore store;
  @Inject Outbox outbox;

  private final WrittenLog log = new WrittenLog();
  private final Instant begin = Instant.now().minusSeconds(90);
  private Scene scene;

  @BeforeEach
  void begin() {
    scene = new Scene(store, outbox, begin);
  }

  @AfterEach
  void end() {
    log.close();
  }

  @Test
  void anIncidentLeadsToTheLogAroundWhatItWasSeenBy() {
    String label = seen("log-shop");
    String link = link(label);

    assertThat(Visit.page(link))
        .containsSubsequence(
            "<a href=\"/incidents/" + label + "\">" + label + "</a>",
            "before 1",
            "class=\"meant\" id=\"meant\" aria-current=\"true\"",
            "<b>web.1</b>",
            "Killed: step 4",
            "after 1")
        .doesNotContain("of another app");
    given()
        .get("/api/v1" + link)
        .then()
        .statusCode(200)
        .body("before.text", equalTo(List.of("before 1")))
        .body("line.text", equalTo("Killed: step 4"))
        .body("line.process", equalTo("web.1"))
        .body("after.text", equalTo(List.of("after 1", HOSTILE)));
  }

  @Test
  void whatALogSaysIsOnlyText() {
    assertThat(Visit.page(link(seen("log-hostile"))))
        .contains("&lt;/li&gt;&lt;script&gt;alert(1)&lt;/script&gt;</span>")
        .doesNotContain("<script>alert");
  }

  @Test
  void whatKafkaHasForgottenIsSaidPlainlyAndTheLineIsStillThere() {
    String label = seen("log-old");
    String link = link(label);
    WrittenLog.forget(log.line("log-old", begin, "later").places().getFirst());

    assertThat(Visit.page(link))
        .contains("Kafka keeps lines for a time only, and this one is gone.", "Killed: step 4");
    given().get("/api/v1" + link).then().statusCode(410).contentType("application/problem+json");
  }

  @Test
  void onlyTheLinesOfAnIncidentAreShownWithIt() {
    String label = seen("log-mine");

    given().get("/incidents/" + label + "/evidence/0/999999999").then().statusCode(404);
    given()
        .get("/api/v1/incidents/" + label + "/evidence/0/999999999")
        .then()
        .statusCode(404)
        .body("detail", containsString(label + " has no evidence at 0/999999999"));
  }

  @Test
  void linesOfAnAppAreSearched() {
    seen("log-search");

    assertThat(Visit.page("/search")).contains("<option value=\"log-search\">");
    assertThat(Visit.page("/search?app=log-search&environment=&from=1h&until=&text=KILLED"))
        .contains("1 line found", "That is all that is kept of this time.", "Killed: step 4")
        .doesNotContain("before 1");
    assertThat(Visit.page("/search?app=log-search&text=nowhere")).contains("0 lines found");
    given().get("/search?app=log-search&from=yesterday").then().statusCode(400);
    given().get("/search?app=log-nobody").then().statusCode(404);
  }

  @Test
  void programsGetLinesAsTheyAreFound() {
    seen("log-api");

    String answer = given().get("/api/v1/apps/log-api/lines?limit=2&from=1h").asString();
    List<String> lines = answer.lines().toList();

    assertThat(lines).hasSize(3);
    assertThat(lines.get(0)).contains("\"text\":\"before 1\"", "\"origin\":\"app\"");
    assertThat(lines.get(1)).contains("\"text\":\"Killed: step 4\"");
    assertThat(lines.get(2)).contains("\"end\":\"enough\"", "\"next\":");
    given()
        .get("/api/v1/apps/log-api/lines?from=2030-01-01T00:00:00Z")
        .then()
        .statusCode(400)
        .body("detail", containsString("is not before until"));
    given().get("/api/v1/apps?limit=1").then().body("apps", hasSize(1));
  }

  /** An incident of a build that was killed, with its log in Kafka; its label. */
  private String seen(String app) {
    log.line(app, begin, "before 1")
        .line("log-stranger", begin, "of another app")
        .line(app, begin.plusSeconds(5), "Killed: step 4")
        .line(app, begin.plusSeconds(6), "after 1")
        .line(app, begin.plusSeconds(7), HOSTILE);
    RecordMetadata place = log.places().get(2);
    scene.seenBy(app, new Evidence(place.partition(), place.offset(), "Killed: step 4"));
    return Visit.label(app);
  }

  private static String link(String label) {
    String page = Visit.page("/incidents/" + label);
    int at = page.indexOf("/incidents/" + label + "/evidence/");
    return page.substring(at, page.indexOf('#', at));
  }
}
