package io.stormdrain.notifier.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.stormdrain.engines.browser.Browser;
import io.stormdrain.notifier.TestDatabase;
import io.stormdrain.notifier.delivery.Outbox;
import io.stormdrain.notifier.store.IncidentStore;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What somebody does on a page is seen where the others read: in Slack, in the same message. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
@WithTestResource(TestSlackBot.class)
@Timeout(120)
final class SlackStoryTest {

  @TestHTTPResource URI root = URI.create("http://localhost/");

  @Inject IncidentStore store;
  @Inject Outbox outbox;

  Queue<JsonNode> calls = new ConcurrentLinkedQueue<>();

  @Test
  void whoAcknowledgesOnThePageIsNamedInTheMessage() throws Exception {
    Optional<Path> program = Browser.program();
    assumeTrue(program.isPresent(), "skipped: there is no chromium on this machine's PATH");
    new Scene(store, outbox, Instant.now().minusSeconds(90)).build("slack-shop", false);
    String label = Visit.label("slack-shop");
    Visit.await(() -> !told("chat.postMessage", label).isEmpty());
    JsonNode message = told("chat.postMessage", label).getFirst();
    assertThat(message.toString()).doesNotContain("beatrix");

    try (Browser browser = Browser.start(program.get())) {
      browser.open(root.resolve("/incidents/" + label));
      browser.evaluate("document.getElementById('name-ack').focus()");
      browser.type("beatrix");
      browser.key("Enter");
      browser.await("document.getElementById('live').textContent.includes('acknowledged')");
      assertThat(browser.faults()).isEmpty();
    }

    Visit.await(() -> told("chat.update", label).stream().anyMatch(SlackStoryTest::namesHer));
    assertThat(told("chat.update", label))
        .allSatisfy(update -> assertThat(update.path("ts")).isEqualTo(message.path("ts")));
    assertThat(told("chat.postMessage", label)).as("nobody is told twice").hasSize(1);
  }

  private static boolean namesHer(JsonNode update) {
    return update.path("blocks").toString().contains("beatrix");
  }

  private List<JsonNode> told(String method, String label) {
    return calls.stream()
        .filter(call -> call.path("method").asText().equals(method))
        .filter(call -> call.toString().contains(label))
        .toList();
  }
}
