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
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How somebody changes a rule and sees what it would have done, in a real browser. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
@WithTestResource(TestLog.class)
@Timeout(180)
final class BacktestBrowserTest {

  @TestHTTPResource URI root = URI.create("http://localhost/");

  @Test
  void aRuleIsTakenChangedAndTried() throws IOException {
    Optional<Path> program = Browser.program();
    assumeTrue(program.isPresent(), "skipped: there is no chromium on this machine's PATH");
    crashes("tried-shop", "<img src=x onerror=window.ran=1>" + "W".repeat(300));
    try (Browser browser = Browser.start(program.get())) {
      Album album = new Album(browser, root);
      album.see("backtest", "/rules/backtest?rule=missing-module");

      browser.open(root.resolve("/rules"));
      browser.evaluate(
          "document.querySelector('a[href=\"/rules/backtest?rule=missing-module\"]').click()");
      browser.await("document.getElementById('rules') !== null");
      browser.evaluate(
          "rules.value = rules.value.replace('severity: critical', 'severity: medium')"
              + ".replace(/tests:[^]*/, ''); app.value = 'tried-shop'");
      browser.evaluate("document.querySelector('form[action=\"/rules/backtest\"] .main').click()");
      browser.await("document.getElementById('sum') !== null");

      assertThat(text("#changes ~ ol", browser))
          .contains("severity medium, was critical", "tried-shop");
      assertThat(text("#would ~ ol", browser))
          .contains("cannot start", "Add bs4 to requirements.txt");
      assertThat(browser.evaluate("rules.value").asText()).contains("severity: medium");
      for (String scheme : List.of("dark", "light")) {
        for (int width : new int[] {Album.PHONE, Album.DESK}) {
          album.seeAgain("backtest-tried-" + scheme + "-" + width, width, scheme);
        }
      }
      assertThat(browser.evaluate("String(window.ran)").asText()).isEqualTo("undefined");
      assertThat(browser.faults()).isEmpty();
    }
  }

  private static void crashes(String app, String hostile) {
    Instant begin = Instant.now().minusSeconds(300);
    try (WrittenLog log = new WrittenLog()) {
      log.signal(app, begin, "module.missing", "bs4", "ModuleNotFoundError: bs4 " + hostile);
      log.signal(app, begin.plusSeconds(5), "module.missing", hostile, hostile);
      log.places();
    }
  }

  private static String text(String selector, Browser browser) {
    return browser.evaluate("document.querySelector('" + selector + "').textContent").asText();
  }
}
