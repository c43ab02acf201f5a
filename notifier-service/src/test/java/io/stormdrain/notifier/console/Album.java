package io.stormdrain.notifier.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.stormdrain.engines.browser.Browser;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;

/** Pictures of pages: in light, in dark and on a phone. Pages that do not fit are found out. */
final class Album {

  static final Path PICTURES = Path.of("target", "screenshots");
  static final int DESK = 1100;
  static final int PHONE = 320;

  private final Browser browser;
  private final URI root;

  Album(Browser browser, URI root) {
    this.browser = browser;
    this.root = root;
  }

  /** A page in all its looks, at last as on a desk in the light. */
  void see(String name, String path) throws IOException {
    see(name + "-dark", path, DESK, "dark");
    see(name + "-phone", path, PHONE, "light");
    see(name + "-light", path, DESK, "light");
  }

  /** A page in one of its looks. */
  void see(String name, String path, int width, String scheme) throws IOException {
    browser.open(root.resolve(path));
    seeAgain(name, width, scheme);
  }

  /** The page that is open in one of its looks, without going there again. */
  void seeAgain(String name, int width, String scheme) throws IOException {
    String path = browser.evaluate("location.pathname").asText();
    browser.look(width, scheme);
    browser.photograph(PICTURES.resolve(name + ".png"));
    assertThat(browser.evaluate("document.documentElement.scrollWidth").asInt())
        .as(path + " is not wider than the window")
        .isLessThanOrEqualTo(width);
    assertThat(Barriers.of(browser)).as(path + " in " + scheme + " keeps nobody out").isEmpty();
  }
}
