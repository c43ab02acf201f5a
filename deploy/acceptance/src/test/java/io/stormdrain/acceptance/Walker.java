package io.stormdrain.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.stormdrain.engines.browser.Browser;
import java.net.URI;

/** Somebody in front of a real browser. */
final class Walker {

  private final Browser browser;
  private final URI root;

  Walker(Browser browser, URI root) {
    this.browser = browser;
    this.root = root;
    browser.look(1100, "light");
  }

  void open(String path) {
    browser.open(root.resolve(path));
  }

  /** Opens a page that tells by itself what changes, and stays on it. */
  void watch(String path) {
    open(path);
    browser.await("document.documentElement.dataset.live === 'on'");
    browser.evaluate("window.before = true");
  }

  /** Has seen it without leaving or loading the page. */
  void sees(String text) {
    awaits(text);
    assertThat(browser.evaluate("window.before === true").asBoolean())
        .as("the page was not loaded again")
        .isTrue();
  }

  /** Waits until the page that is open says so. */
  void awaits(String text) {
    try {
      browser.await("document.getElementById('main').textContent.includes('" + text + "')");
    } catch (AssertionError e) {
      throw new AssertionError("'" + text + "' never came; instead: " + text(), e);
    }
  }

  void fill(String id, String text) {
    browser.evaluate("document.getElementById('" + id + "').value = '" + text + "'");
  }

  /** Presses the button of a form. */
  void submit(String action) {
    press("form[action=\"" + action + "\"] button");
  }

  void press(String selector) {
    browser.await("document.querySelector('" + selector + "') !== null");
    browser.evaluate("document.querySelector('" + selector + "').click()");
  }

  void arrives(String path) {
    browser.await("location.pathname === '" + path + "' && document.readyState === 'complete'");
  }

  /** The page's text. */
  String text() {
    return browser.evaluate("document.getElementById('main').textContent").asText();
  }
}
