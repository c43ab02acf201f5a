package io.stormdrain.notifier.console;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.stormdrain.notifier.TestDatabase;
import io.stormdrain.notifier.delivery.Outbox;
import io.stormdrain.notifier.store.IncidentStore;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.time.Instant;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What strangers write into logs, addresses and forms does nothing on our pages. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
final class ForeignTextTest {

  private static final String POLICY =
      "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src"
          + " 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  /** What would run if there were no policy, once the values of attributes are taken out. */
  private static final Pattern RUNS =
      Pattern.compile(
          "(?i)<script(?! src=\"\" defer></script>)|<[^>]*\\son\\w+=|<img(?! src=\"\" alt=\"\" width=\"\" height=\"\">)|<style|style=");

  @Inject IncidentStore store;
  @Inject Outbox outbox;

  private Scene scene;

  @BeforeEach
  void begin() {
    scene = new Scene(store, outbox, Instant.now().minusSeconds(90));
  }

  @ParameterizedTest
  @CsvSource({
    "/incidents/INC-999999, 404, There is no incident INC-999999.",
    "/incidents/17, 400, 'What would work: INC-&lt;number&gt;, or an incident&#39;s id'",
    "/nothing, 404, There is nothing at this address.",
    "/deliveries?state=lost, 400, State &#39;lost&#39; is not known.",
  })
  void whatIsNotThereIsAReadablePage(String path, int status, String text) {
    given()
        .get(path)
        .then()
        .statusCode(status)
        .contentType("text/html")
        .header("Content-Security-Policy", POLICY)
        .body(containsString(text.replace("'What", "What")))
        .body(containsString("See what is wrong now"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/deliveries",
        "/about",
        "/nothing",
        "/console.css",
        "/console.js",
        "/console.svg"
      })
  void nothingButOurOwnStyleAndScriptMayRun(String path) {
    Response response = given().get(path);

    assertThat(response.header("Content-Security-Policy")).isEqualTo(POLICY);
    assertThat(response.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(response.header("Referrer-Policy")).isEqualTo("same-origin");
    assertThat(runs(response.asString())).isFalse();
  }

  @Test
  void hostileTextRunsNowhere() {
    String text =
        "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>{frame.version}\u202e\u001b[31m";
    scene.hostile("page-hostile", text);
    String label = Visit.label("page-hostile");
    Visit.form("/incidents/" + label + "/note", "name", "<script>alert(3)</script>", "text", text);
    Visit.form("/incidents/" + label + "/acknowledge", "name", text);

    for (String path :
        new String[] {
          "/",
          "/incidents/" + label,
          "/incidents/" + label + "?said=" + URLEncoder.encode(text, UTF_8),
          "/deliveries",
          "/deliveries?state=" + URLEncoder.encode(text, UTF_8)
        }) {
      String page =
          given().urlEncodingEnabled(false).cookie("stormdrain_name", text).get(path).asString();
      assertThat(page)
          .as(path)
          .doesNotContain("<script>", "<img src=x", "\u202e", "\u001b")
          .contains("<main");
      assertThat(runs(page)).as(path).isFalse();
    }
    assertThat(Visit.page("/incidents/" + label))
        .contains("&lt;script&gt;alert(1)", "{frame.version}");
  }

  @ParameterizedTest
  @CsvSource({
    "Origin, https://evil.example",
    "Origin, null",
    "Sec-Fetch-Site, cross-site",
    "Sec-Fetch-Site, same-site",
    "Sec-Fetch-Site, none",
    "X-Nothing, x",
  })
  void formsOfOtherSitesChangeNothing(String header, String value) {
    scene.build("page-csrf", false);
    String path = "/incidents/" + Visit.label("page-csrf");

    given()
        .header(header, value)
        .formParam("name", "eve")
        .post(path + "/acknowledge")
        .then()
        .statusCode(403)
        .contentType("text/html")
        .body(containsString("was not sent from a page of this service"));

    assertThat(Visit.page(path)).contains("nobody yet");
  }

  private static boolean runs(String page) {
    return RUNS.matcher(page.replaceAll("\"[^\"]*\"", "\"\"")).find();
  }
}
