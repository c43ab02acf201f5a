package io.stormdrain.notifier.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.stormdrain.engines.browser.Browser;
import io.stormdrain.notifier.TestDatabase;
import io.stormdrain.notifier.delivery.Outbox;
import io.stormdrain.notifier.store.IncidentStore;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A crash loop as somebody sees it who only watches: no page is loaded again. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
@Timeout(180)
final class LiveStoryTest {

  private static final Logger LOG = LoggerFactory.getLogger(LiveStoryTest.class);

  @TestHTTPResource URI root = URI.create("http://localhost/");

  @Inject IncidentStore store;
  @Inject Outbox outbox;

  private Scene scene;
  private Browser browser;

  @BeforeEach
  void begin() {
    Optional<Path> program = Browser.program();
    assumeTrue(program.isPresent(), "skipped: there is no chromium on this machine's PATH");
    scene = new Scene(store, outbox, Instant.now().minusSeconds(90));
    browser = Browser.start(program.get());
  }

  @AfterEach
  void end() throws IOException {
    if (browser != null) {
      browser.close();
    }
  }

  @Test
  void aCrashLoopComesAndGoesBeforeTheEyesOfWhoWatches() {
    Visit.endAll();
    browser.look(1100, "light");
    watch("/");
    browser.await("document.querySelector('h1').textContent === 'All quiet'");

    long began = System.nanoTime();
    scene.crashLoop("watched-shop");
    browser.await("document.body.textContent.includes('module bs4 is missing')");
    Duration seen = Duration.ofNanos(System.nanoTime() - began);
    LOG.info("a crash loop was seen by who watches after={} ms", seen.toMillis());
    assertThat(seen).isLessThan(Duration.ofSeconds(4));
    stillTheSamePage();

    watch("/incidents/" + Visit.label("watched-shop"));
    Instant fixed = Instant.now();
    scene.says(
        "watched-shop", 100, "release.created", null, "v58", Map.of(), "Release v58 created");
    scene.says(
        "watched-shop", 104, "process.starting", "web.1", null, Map.of(), "Starting process");
    scene.says(
        "watched-shop",
        108,
        "process.up",
        "web.1",
        null,
        Map.of(),
        "State changed from starting to up");
    browser.await("document.getElementById('live').textContent.includes('ecover')");
    LOG.info("its recovery after={} ms", Duration.between(fixed, Instant.now()).toMillis());
    stillTheSamePage();

    Visit.form(
        "/incidents/" + Visit.label("watched-shop") + "/note", "name", "ann", "text", "seen");
    browser.await("document.getElementById('rest').textContent.includes('ann noted: seen')");
    stillTheSamePage();
    assertThat(browser.faults()).isEmpty();
  }

  private void watch(String path) {
    browser.open(root.resolve(path));
    browser.await("document.documentElement.dataset.live === 'on'");
    browser.evaluate("window.before = true");
  }

  private void stillTheSamePage() {
    assertThat(browser.evaluate("window.before === true").asBoolean()).isTrue();
  }
}
