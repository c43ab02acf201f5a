package io.stormdrain.notifier.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.stormdrain.engines.browser.Browser;
import io.stormdrain.notifier.message.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mails as a browser shows them, in light, in dark and on a phone; pictures are in target. */
final class MailBrowserTest {

  private static final Path PICTURES = Path.of("target", "screenshots");
  private static final List<Integer> WIDTHS = List.of(320, 900);
  private static final Map<String, String> INK =
      Map.of("light", "rgb(0, 0, 0)", "dark", "rgb(255, 255, 255)");

  @TempDir Path folder;

  @Test
  void everyMailFitsAndIsReadInLightAndInDarkAndFetchesNothing() throws IOException {
    Optional<Path> program = Browser.program();
    assumeTrue(program.isPresent(), "skipped: there is no chromium on this machine's PATH");
    try (Browser browser = Browser.start(program.get())) {
      for (Map.Entry<String, Message> mail : MailHtmlTest.messages().entrySet()) {
        Path file = folder.resolve(mail.getKey() + ".html");
        browser.open(Files.writeString(file, MailHtml.of(mail.getValue())).toUri());
        see(browser, mail.getKey());
      }
      assertThat(browser.faults()).isEmpty();
    }
  }

  private static void see(Browser browser, String name) throws IOException {
    for (Map.Entry<String, String> ink : INK.entrySet()) {
      for (int width : WIDTHS) {
        String look = "mail-%s-%s-%d".formatted(name, ink.getKey(), width);
        browser.look(width, ink.getKey());
        browser.photograph(PICTURES.resolve(look + ".png"));

        assertThat(browser.evaluate("document.documentElement.scrollWidth").asInt())
            .as(look)
            .isLessThanOrEqualTo(width);
        assertThat(browser.evaluate("getComputedStyle(document.body).color").asText())
            .as(look)
            .isEqualTo(ink.getValue());
      }
    }
    assertThat(browser.evaluate("performance.getEntriesByType('resource').length").asInt())
        .as(name)
        .isZero();
  }
}
