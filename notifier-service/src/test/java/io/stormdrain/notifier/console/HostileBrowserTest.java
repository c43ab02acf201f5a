package io.stormdrain.notifier.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.stormdrain.engines.browser.Browser;
import io.stormdrain.notifier.TestDatabase;
import io.stormdrain.notifier.TestLog;
import io.stormdrain.notifier.WrittenLog;
import io.stormdrain.notifier.delivery.Outbox;
import io.stormdrain.notifier.signal.Evidence;
import io.stormdrain.notifier.store.IncidentStore;
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

/**
 * Whatever strangers write, wherever they have a say, executes nothing and breaks no page, in a
 * real browser that is as narrow as a phone.
 */
@QuarkusTest
@WithTestResource(TestDatabase.class)
@WithTestResource(TestLog.class)
@WithTestResource(HostileWorld.class)
@Timeout(300)
final class HostileBrowserTest {

  /** One whose log is kept, and one with all that a log can say. */
  private static final String LOGGED = "logged" + HostileWorld.TEXT;

  private static final String APP = "strange" + HostileWorld.LONG;

  @TestHTTPResource URI root = URI.create("http://localhost/");

  @Inject IncidentStore store;
  @Inject Outbox outbox;

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
  void textOfStrangersIsOnlyTextOnEveryPage() throws IOException {
    Map<String, String> pages = new LinkedHashMap<>();
    pages.put("evidence", logged());
    new Scene(store, outbox, Instant.now().minusSeconds(90)).hostile("strange", HostileWorld.LONG);
    String label = Visit.label("strange");
    peopleSay(label);
    Visit.await(() -> Visit.page("/deliveries").contains("class=\"fault\""));
    String text = Href.encoded(HostileWorld.TEXT);
    pages.put("now", "/");
    pages.put("incidents", "/incidents?state=any&app=" + Href.encoded(APP));
    pages.put("incident", "/incidents/" + label);
    pages.put("app", "/apps/" + Href.encoded(APP));
    pages.put("search", "/search?app=" + Href.encoded(LOGGED) + "&from=1h&environment=&text=");
    pages.put("silences", "/silences?all=true&app=" + text + "&why=" + text + "&until=" + text);
    pages.put("receivers", "/receivers?app=" + text + "&class=" + text + "&environment=" + text);
    pages.put("deliveries", "/deliveries");
    pages.put("sources", "/sources");
    pages.put("source", "/sources/" + text);
    pages.put("signatures", "/signatures");
    pages.put("signature", "/signatures/" + text);
    pages.put("rules", "/rules");
    pages.put("backtest", "/rules/backtest?rule=" + text);
    pages.put("people", "/people");
    pages.put("audit", "/audit");
    pages.put("about", "/about");

    for (Map.Entry<String, String> page : pages.entrySet()) {
      album.see("hostile-" + page.getKey(), page.getValue(), Album.PHONE, "light");
      isHarmless(page.getValue());
    }
    assertThat(browser.faults()).isEmpty();
  }

  @Test
  void formsThatAreFilledInWithItAreOnlyTextToo() throws IOException {
    browser.look(Album.PHONE, "light");
    Map<String, String> forms = new LinkedHashMap<>();
    forms.put("/signatures", "/signatures/test");
    forms.put("/rules", "/rules/test");
    forms.put("/rules/backtest", "/rules/backtest");
    forms.put("/silences", "/silences/preview");
    forms.put("/sources", "/sources");
    forms.put("/receivers", "/receivers/slack-webhook/ping");

    for (Map.Entry<String, String> form : forms.entrySet()) {
      browser.open(root.resolve(form.getKey()));
      browser.evaluate(
          """
          window.leaving = true;
          const form = document.querySelector('form[action="%s"]');
          for (const field of form.querySelectorAll('input, textarea')) {
            if (!['from', 'until'].includes(field.name)) field.value = "%s";
          }
          form.noValidate = true;
          form.querySelector('button').click();
          """
              .formatted(
                  form.getValue(), HostileWorld.TEXT.replace("\"", "\\\"").replace("</", "<\\/")));
      browser.await("!window.leaving && document.readyState === 'complete'");
      album.seeAgain("hostile-form" + form.getValue().replace('/', '-'), Album.PHONE, "light");
      isHarmless(form.getValue());
    }
  }

  private void isHarmless(String path) {
    assertThat(browser.evaluate("String(window.ran)").asText()).as(path).isEqualTo("undefined");
    assertThat(browser.evaluate("document.body.textContent").asText())
        .as(path)
        .doesNotContain("\u202e", "\u001b");
    assertThat(browser.evaluate("document.querySelector('h1') !== null").asBoolean())
        .as(path)
        .isTrue();
  }

  private static void peopleSay(String label) {
    String path = "/incidents/" + label;
    Visit.form(path + "/note", "name", HostileWorld.TEXT, "text", HostileWorld.LONG);
    Visit.form(path + "/acknowledge", "name", HostileWorld.TEXT);
    Visit.form("/receivers/slack-webhook/ping");
    Visit.form(
        "/silences",
        "app",
        HostileWorld.TEXT,
        "until",
        "1h",
        "why",
        HostileWorld.LONG,
        "name",
        HostileWorld.TEXT);
    Visit.form("/people/accounts", "name", HostileWorld.TEXT, "role", "viewer", "teams", "<b>");
    Visit.form("/people/tokens", "name", HostileWorld.TEXT, "role", "viewer", "expires", "1d");
  }

  private String logged() {
    Instant begin = Instant.now().minusSeconds(90);
    try (WrittenLog log = new WrittenLog()) {
      log.line(LOGGED, begin, HostileWorld.LONG)
          .line(LOGGED, begin.plusSeconds(5), HostileWorld.LONG);
      RecordMetadata place = log.places().getLast();
      new Scene(store, outbox, begin)
          .seenBy(LOGGED, new Evidence(place.partition(), place.offset(), HostileWorld.LONG));
      return "/incidents/%s/evidence/%d/%d"
          .formatted(Visit.label("logged"), place.partition(), place.offset());
    }
  }
}
