package io.stormdrain.notifier.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.stormdrain.engines.browser.Browser;
import io.stormdrain.notifier.TestDatabase;
import io.stormdrain.notifier.oidc.ProviderServer;
import io.stormdrain.notifier.oidc.TestProvider;
import io.stormdrain.notifier.people.Members;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A browser goes to the provider and back: it is another site, and our cookies are not for others.
 */
@QuarkusTest
@WithTestResource(TestDatabase.class)
@WithTestResource(TestProvider.class)
@Timeout(120)
final class ProviderBrowserTest {

  @TestHTTPResource URI root = URI.create("http://localhost/");

  /** Set by {@link TestProvider}. */
  @SuppressWarnings("NullAway.Init")
  ProviderServer provider;

  @Test
  void whoComesByTheProviderGetsWhereTheyWantedToGo() throws Exception {
    Optional<Path> program = Browser.program();
    assumeTrue(program.isPresent(), "skipped: there is no chromium on this machine's PATH");
    String name = Members.name();
    provider.somebody = Map.of("sub", name, "preferred_username", name, "groups", List.of("ops"));
    try (Browser browser = Browser.start(program.get())) {
      new Album(browser, root).see("login-provider", "/login?to=%2Fdeliveries");
      assertThat(browser.evaluate("location.hostname").asText())
          .as("the provider is at 127.0.0.1: another site")
          .isEqualTo("localhost");

      browser.evaluate("document.querySelector('a.button').click()");

      browser.await("location.pathname === '/deliveries'");
      assertThat(browser.evaluate("document.querySelector('.who').textContent").asText())
          .contains(name);
      assertThat(browser.faults()).isEmpty();
    }
  }
}
