package io.stormdrain.notifier.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.stormdrain.engines.browser.Browser;
import io.stormdrain.notifier.CountedApp;
import io.stormdrain.notifier.TestDatabase;
import io.stormdrain.notifier.TestLog;
import io.stormdrain.notifier.WrittenLog;
import io.stormdrain.notifier.delivery.Outbox;
import io.stormdrain.notifier.signal.Evidence;
import io.stormdrain.notifier.store.IncidentStore;
import io.stormdrain.notifier.store.VitalsStore;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a real browser makes of the pages. Pictures of them are in target/screenshots. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
@WithTestResource(TestLog.class)
@Timeout(300)
final class BrowserTest {

  @TestHTTPResource URI root = URI.create("http://localhost/");

  @Inject IncidentStore store;
  @Inject Outbox outbox;
  @Inject VitalsStore vitals;

  private Scene scene;
  private Browser browser;
  private Album album;

  @BeforeEach
  void begin() {
    Optional<Path> program = Browser.program();
    assumeTrue(program.isPresent(), "skipped: there is no chromium on this machine's PATH");
    scene = new Scene(store, outbox, Instant.now().minusSeconds(90));
    browser = Browser.start(program.get());
    album = new Album(browser, root);
  }

  @AfterEach
  void end() throws IOException {
    if (browser != null) {
      browser.close();
    }
  }

  @Test
  void everyPageFitsAndComplainsOfNothing() throws IOException {
    scene.crashLoop("seen-shop");
    scene.healthy("seen-blog");
    scene.build("seen-intake", false);
    scene.build("seen-mailer", true);
    CountedApp.busy(vitals, "seen-shop", Instant.now());
    Map<String, String> pages = new LinkedHashMap<>();
    pages.put("now", "/");
    pages.put("incident", "/incidents/" + Visit.label("seen-shop"));
    pages.put("app", "/apps/seen-shop");
    pages.put("evidence", logged("seen-printer"));
    pages.put("search", "/search?app=seen-printer");
    pages.put("rules", "/rules");
    pages.put("incidents", "/incidents?state=any");
    pages.put("resolved", "/incidents/" + Visit.label("seen-mailer"));
    pages.put("deliveries", "/deliveries");
    pages.put("about", "/about");

    pages.put("receivers", "/receivers?app=seen-shop");
    pages.put("silences-open", "/silences");
    pages.put("sources-away", "/sources");
    pages.put("signatures-away", "/signatures");

    for (Map.Entry<String, String> page : pages.entrySet()) {
      album.see(page.getKey(), page.getValue());
    }

    assertThat(browser.faults()).isEmpty();
  }

  @Test
  void whatIsNotThereFitsToo() throws IOException {
    album.see("problem", "/incidents/INC-999999", Album.PHONE, "dark");

    assertThat(browser.evaluate("document.querySelector('h1').textContent").asText())
        .isEqualTo("There is no incident INC-999999.");
  }

  @Test
  void hostileTextRunsNothingAndBreaksNoPage() throws IOException {
    scene.hostile(
        "seen-hostile",
        "<script>window.ran=1</script>\"'><img src=x onerror=window.ran=2>"
            + "W".repeat(300)
            + "\u202e");

    for (String path :
        new String[] {"/", "/incidents/" + Visit.label("seen-hostile"), "/deliveries"}) {
      album.see("hostile", path, Album.PHONE, "light");
      assertThat(browser.evaluate("String(window.ran)").asText()).isEqualTo("undefined");
    }
    assertThat(browser.faults()).isEmpty();
  }

  @Test
  void anAppWithALongNameLeavesTheOthersTheirRoom() throws IOException {
    scene.healthy("seen-long-" + "W".repeat(300));

    for (int width : new int[] {1100, 700}) {
      album.see("long-name-" + width, "/", width, "light");
      assertThat(
              browser
                  .evaluate(
                      "Math.max(...[...document.querySelectorAll('.apps tr')].map(row => row.offsetHeight))")
                  .asInt())
          .isLessThan(160);
    }
  }

  @Test
  void whatWouldKeepPeopleOutIsFound() {
    browser.open(root.resolve("/about"));
    browser.evaluate("document.querySelector('main').innerHTML = '<h1>A</h1><input>'");

    assertThat(Barriers.of(browser)).anyMatch(barrier -> barrier.contains("<input>"));
  }

  @Test
  void whatThePolicyForbidsDoesNotRunAndIsNoticed() {
    browser.open(root.resolve("/about"));
    browser.evaluate(
        "const one = document.createElement('script'); one.textContent = 'window.ran = 1';"
            + " document.body.append(one)");

    Visit.await(() -> !browser.faults().isEmpty());
    assertThat(browser.faults()).first().asString().contains("Content Security Policy");
    assertThat(browser.evaluate("String(window.ran)").asText()).isEqualTo("undefined");
  }

  @Test
  void allQuietIsAPageToo() throws IOException {
    scene.healthy("seen-blog");
    Visit.endAll();

    album.see("quiet", "/");

    assertThat(browser.evaluate("document.querySelector('h1').textContent").asText())
        .isEqualTo("All quiet");
  }

  @Test
  void aPageFollowsWhatHappensWithoutDisturbingWhoTypes() {
    scene.build("seen-live", false);
    String label = Visit.label("seen-live");
    browser.look(1100, "light");
    browser.open(root.resolve("/incidents/" + label));
    browser.evaluate("document.querySelector('#do-note summary').click()");
    browser.evaluate("document.getElementById('text-note').focus()");
    browser.type("half a sen");

    scene.says("seen-live", 60, "build.succeeded", "build", "done", Map.of(), "Build succeeded");

    browser.await("document.getElementById('live').textContent.includes('resolved: recovered')");
    browser.await("document.getElementById('rest').textContent.includes('recovered')");
    assertThat(browser.evaluate("document.activeElement.value").asText()).isEqualTo("half a sen");
    assertThat(browser.evaluate("document.getElementById('fresh').textContent").asText())
        .isEqualTo(label + ": resolved: recovered");
    assertThat(browser.faults()).isEmpty();
  }

  /** An incident with its log; the page of the log. */
  private String logged(String app) {
    Instant at = Instant.now().minusSeconds(60);
    try (WrittenLog log = new WrittenLog()) {
      for (int line = 0; line < 40; line++) {
        log.line(app, at.plusMillis(line * 100L), "GET /jobs/" + line + " 200 in 12 ms");
      }
      log.line(app, at.plusSeconds(5), "Killed: the build used more memory than there is");
      RecordMetadata place =
          log.line(app, at.plusSeconds(6), "{\"a\":\"" + "long ".repeat(80) + "\"}")
              .places()
              .get(40);
      Evidence evidence = new Evidence(place.partition(), place.offset(), "Killed: the build");
      scene.seenBy(app, evidence);
      return "/incidents/%s/evidence/%d/%d"
          .formatted(Visit.label(app), place.partition(), place.offset());
    }
  }
}
