package io.stormdrain.notifier.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.stormdrain.engines.browser.Browser;
import io.stormdrain.notifier.TestDatabase;
import io.stormdrain.notifier.TestReceivers;
import io.stormdrain.notifier.delivery.Outbox;
import io.stormdrain.notifier.people.Members;
import io.stormdrain.notifier.people.Role;
import io.stormdrain.notifier.store.IncidentStore;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How somebody comes in, sets things up and leaves, in a real browser. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
@WithTestResource(TestReceivers.class)
@Timeout(240)
final class PeopleBrowserTest {

  private static final Logger LOG = LoggerFactory.getLogger(PeopleBrowserTest.class);

  @TestHTTPResource URI root = URI.create("http://localhost/");

  @Inject IncidentStore store;
  @Inject Outbox outbox;

  AtomicLong received = new AtomicLong();

  private Browser browser;
  private Album album;

  @BeforeEach
  void begin() {
    Optional<Path> program = Browser.program();
    assumeTrue(program.isPresent(), "skipped: there is no chromium on this machine's PATH");
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
  void anAdminJoinsByALinkLetsOthersInAndLeaves() throws IOException {
    String name = Members.name();
    album.see("login", "/login");
    String link = Members.link(name, Role.ADMIN);
    album.see("join", link.substring(link.indexOf("/join")));
    fill("password", Members.PASSWORD);
    submit("/join");
    browser.await("location.pathname === '/'");
    assertThat(text(".who")).contains(name);

    album.see("me", "/me");
    album.see("people", "/people");
    browser.evaluate("document.querySelector('#add-account').open = true");
    fill("name", "bob-" + name);
    submit("/people/accounts");
    browser.await("document.querySelector('.said pre') !== null");
    assertThat(text(".said pre")).contains("/join?key=");
    album.see("audit", "/audit");
    assertThat(text("table")).contains("account added", "bob-" + name);

    browser.evaluate("document.querySelector('form[action=\"/logout\"] button').click()");
    browser.await("location.pathname === '/login'");
    assertThat(browser.faults()).isEmpty();
  }

  @Test
  void aSourceIsAddedAndItsFirstLineIsSeenWithinTwoSeconds() throws IOException {
    enter();
    received.set(0);
    album.see("sources", "/sources");
    fill("app", "shop");
    submit("/sources");
    browser.await("document.body.textContent.includes('Waiting for the first line')");
    assertThat(text("#main")).contains("heroku drains:add http://drain:n3w-t0k3n@");
    browser.photograph(Path.of("target", "screenshots", "source-light.png"));

    received.set(3);
    long begin = System.nanoTime();
    browser.await("document.getElementById('tick').textContent.includes('Lines arrive: 3')");
    Duration took = Duration.ofNanos(System.nanoTime() - begin);

    LOG.info("the first line was seen after={} ms", took.toMillis());
    assertThat(took).isLessThan(Duration.ofSeconds(2));
    album.see("source", "/sources/shop");
    assertThat(browser.faults()).isEmpty();
  }

  @Test
  void whatASilenceHidesIsSeenBeforeItIsAskedFor() throws IOException {
    new Scene(store, outbox, Instant.now().minusSeconds(90)).build("hush-shop", false);
    enter();
    browser.open(root.resolve("/incidents?app=hush-shop"));
    browser.evaluate("document.querySelector('a[href^=\"/incidents/INC\"]').click()");
    browser.await("document.querySelector('#actions a.button') !== null");
    browser.evaluate("document.querySelector('#actions a.button').click()");
    browser.await("location.pathname === '/silences'");
    assertThat(browser.evaluate("document.getElementById('silence-app').value").asText())
        .isEqualTo("hush-shop");
    album.see("silences", "/silences?app=hush-shop");
    submit("/silences/preview");
    browser.await("document.querySelector('#new .said') !== null");
    assertThat(text("#new .said")).contains("hush-shop");
    browser.photograph(Path.of("target", "screenshots", "silences-preview.png"));
    browser.evaluate("document.querySelector('button[formaction]').click()");
    browser.await("document.querySelector('.cards') !== null");
    assertThat(text(".cards")).contains("app: hush-shop", "silent");
    assertThat(browser.faults()).isEmpty();
  }

  @Test
  void linesAreTriedAgainstSignatures() throws IOException {
    enter();
    album.see("signature", "/signatures/python-module-missing");
    album.see("signatures", "/signatures");
    fill("text", "x<script>1</script>");
    submit("/signatures/test");
    browser.await("document.querySelector('.answer') !== null");
    assertThat(text("#main")).contains("python-module-missing", "module = bs4");
    browser.photograph(Path.of("target", "screenshots", "signatures-tried.png"));
    assertThat(browser.faults()).isEmpty();
  }

  @Test
  void linesAreTriedAgainstRules() throws IOException {
    enter();
    browser.open(root.resolve("/rules"));
    fill("text", "web.1 starts\\nModuleNotFoundError: <b>No module named</b>");
    submit("/rules/test");
    browser.await("document.querySelector('.answer') !== null");
    assertThat(text("#try ~ div"))
        .contains("module bs4 is missing", "missing-module", "would be told")
        .contains("ModuleNotFoundError: <b>No module named</b>", "Add beautifulsoup4")
        .doesNotContain("web.1 starts");
    browser.photograph(Path.of("target", "screenshots", "rules-tried.png"));
    assertThat(browser.faults()).isEmpty();
  }

  private void enter() {
    String link = Members.link(Members.name(), Role.ADMIN);
    browser.look(1100, "light");
    browser.open(root.resolve(link.substring(link.indexOf("/join"))));
    fill("password", Members.PASSWORD);
    submit("/join");
    browser.await("location.pathname === '/'");
  }

  private void fill(String id, String value) {
    browser.evaluate("document.getElementById('" + id + "').value = '" + value + "'");
  }

  private void submit(String action) {
    browser.evaluate("document.querySelector('form[action=\"" + action + "\"] button').click()");
  }

  private String text(String selector) {
    return browser.evaluate("document.querySelector('" + selector + "').textContent").asText();
  }
}
