package io.stormdrain.notifier.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.stormdrain.notifier.delivery.Conversation;
import io.stormdrain.notifier.delivery.Telling;
import io.stormdrain.notifier.incident.Reason;
import io.stormdrain.notifier.message.HostileText;
import io.stormdrain.notifier.message.Message;
import java.io.IOException;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

final class HookBodyTest {

  @Property(tries = 300)
  void anyLogTextMakesValidJsonThatIsShortEnough(@ForAll("hostile") Message message)
      throws IOException {
    String body =
        HookBody.of(
            new Telling(
                1,
                message,
                Reason.Notice.MESSAGE,
                new Conversation(message.title(), message.severity(), null),
                false));

    assertThat(body.getBytes(UTF_8)).hasSizeLessThanOrEqualTo(HookBody.LONGEST);
    assertThat(new JsonMapper().readTree(body).at("/data/title").asText())
        .isEqualTo(message.title());
  }

  @Provide
  Arbitrary<Message> hostile() {
    return HostileText.messages();
  }
}
