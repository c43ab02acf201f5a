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
import io.stormdrain.notifier.delivery.Outbox;
import io.stormdrain.notifier.store.IncidentStore;
import io.stormdrain.notifier.store.VitalsStore;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What people do who have no mouse, in a real browser. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
@WithTestResource(TestLog.class)
@Timeout(300)
final class KeyboardTest {

  @TestHTTPResource URI root = URI.create("http://localhost/");

  @Inject IncidentStore store;
  @Inject Outbox outbox;
  @Inject VitalsStore vitals;

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
  void everythingIsReachedWithTheKeyboardInItsOrderAndCanBeSeen() {
    scene.crashLoop("seen-tabs");
    CountedApp.busy(vitals, "seen-tabs", Instant.now());
    browser.look(1100, "dark");

    for (String path :
        List.of("/", "/incidents/" + Visit.label("seen-tabs"), "/apps/seen-tabs", "/search")) {
      browser.open(root.resolve(path));
      browser.evaluate(
          // Asked anew each time: what has changed may be shown anew meanwhile.
          "window.all = () => [...document.querySelectorAll("
              + "'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex=\"0\"]')]"
              + ".filter(one => one.checkVisibility())");
      int all = browser.evaluate("all().length").asInt();
      for (int at = 0; at < all; at++) {
        browser.key("Tab");
        assertThat(browser.evaluate("all().indexOf(document.activeElement)").asInt())
            .as(path + ": " + browser.evaluate("document.activeElement.outerHTML").asText())
            .isEqualTo(at);
        assertThat(
                browser.evaluate("getComputedStyle(document.activeElement).outlineStyle").asText())
            .as(path + " shows where one is")
            .isEqualTo("solid");
      }
    }
  }

  @Test
  void anIncidentIsAcknowledgedWithTheKeyboardAlone() {
    scene.build("seen-keys", false);
    String label = Visit.label("seen-keys");
    browser.look(1100, "light");
    browser.open(root.resolve("/incidents/" + label));

    for (int tab = 0; tab < 60; tab++) {
      browser.key("Tab");
      if (browser.evaluate("document.activeElement.id").asText().equals("name-ack")) {
        break;
      }
    }
    browser.type("ann");
    browser.key("Tab");
    assertThat(browser.evaluate("document.activeElement.textContent").asText())
        .isEqualTo("Acknowledge");
    browser.key("Enter");

    browser.await("document.getElementById('said') !== null");
    browser.await("document.getElementById('live').textContent.includes('acknowledged')");
    assertThat(browser.evaluate("document.getElementById('name-note').value").asText())
        .isEqualTo("ann");
    assertThat(browser.faults()).isEmpty();
  }
}
