package io.stormdrain.notifier.ntfy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.stormdrain.notifier.Secret;
import io.stormdrain.notifier.delivery.Counterpart;
import io.stormdrain.notifier.delivery.Receiver;
import io.stormdrain.notifier.delivery.Telling;
import io.stormdrain.notifier.outgoing.HttpCounterpart;
import io.stormdrain.notifier.outgoing.HttpPost;
import io.stormdrain.notifier.outgoing.HttpReceiverSuite;
import io.stormdrain.notifier.receiver.Poster;
import io.stormdrain.notifier.receiver.Tellings;
import java.io.IOException;
import java.time.InstantSource;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

final class NtfyReceiverTest extends HttpReceiverSuite {

  @Override
  protected Counterpart counterpart() {
    return new HttpCounterpart(http, 200, "{\"id\":\"x\",\"event\":\"message\"}");
  }

  @Override
  protected Receiver receiver(HttpPost post) {
    return new NtfyReceiver(
        "ntfy",
        Secret.of("alerts"),
        Secret.of(SECRET),
        new Poster(Secret.of(http.address("/").toString()), post, InstantSource.system()));
  }

  @Test
  void isPlainTextWithAPriority() throws IOException {
    tell();

    JsonNode body = new JsonMapper().readTree(http.requests().getFirst().body());
    assertThat(http.requests().getFirst().headers())
        .containsEntry("authorization", "Bearer " + SECRET);
    assertThat(body.path("topic").asText()).isEqualTo("alerts");
    assertThat(body.path("priority").asInt()).isEqualTo(5);
    assertThat(body.path("title").asText()).startsWith("Critical: ");
    assertThat(body.path("message").asText()).contains("What to do", "heroku rollback --app shop");
    assertThat(body.path("click").asText()).endsWith("/incidents/INC-17");
  }

  @Property(tries = 200)
  void anyLogTextIsShortAndLeadsNowhere(@ForAll("hostile") Telling telling) throws IOException {
    JsonNode body = new JsonMapper().readTree(NtfyBody.of(telling, "alerts"));
    String text = body.path("message").asText();

    assertThat(text.getBytes(UTF_8).length).isLessThanOrEqualTo(4_096);
    assertThat(text + body.path("title").asText()).doesNotContain("://");
  }

  @Provide
  Arbitrary<Telling> hostile() {
    return Tellings.hostile();
  }
}
