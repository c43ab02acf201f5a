package io.stormdrain.notifier.teams;

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

final class TeamsReceiverTest extends HttpReceiverSuite {

  @Override
  protected Counterpart counterpart() {
    return new HttpCounterpart(http, 202, "");
  }

  @Override
  protected Receiver receiver(HttpPost post) {
    return new TeamsReceiver(
        "teams",
        new Poster(
            Secret.of(http.address("/workflows/" + SECRET).toString()),
            post,
            InstantSource.system()));
  }

  @Test
  void isAnAdaptiveCard() throws IOException {
    tell();

    JsonNode body = new JsonMapper().readTree(http.requests().getFirst().body());
    JsonNode content = body.at("/attachments/0/content");
    assertThat(body.path("type").asText()).isEqualTo("message");
    assertThat(body.at("/attachments/0/contentType").asText())
        .isEqualTo("application/vnd.microsoft.card.adaptive");
    assertThat(content.path("type").asText()).isEqualTo("AdaptiveCard");
    assertThat(content.toString()).contains("INC-17", "heroku rollback --app shop", "web.1");
    assertThat(content.at("/actions/0/url").asText()).endsWith("/incidents/INC-17");
  }

  @Property(tries = 200)
  void anyLogTextIsAShortCardInWhichNothingIsParsed(@ForAll("hostile") Telling telling)
      throws IOException {
    String card = Card.of(telling);
    JsonNode body = new JsonMapper().readTree(card).at("/attachments/0/content/body");

    assertThat(card.getBytes(UTF_8).length).isLessThanOrEqualTo(Card.LONGEST + 1_000);
    assertThat(body).isNotEmpty();
    assertThat(body)
        .allSatisfy(block -> {
          assertThat(block.path("type").asText()).isEqualTo("RichTextBlock");
          assertThat(block.at("/inlines/0/type").asText()).isEqualTo("TextRun");
        });
  }

  @Provide
  Arbitrary<Telling> hostile() {
    return Tellings.hostile();
  }
}
