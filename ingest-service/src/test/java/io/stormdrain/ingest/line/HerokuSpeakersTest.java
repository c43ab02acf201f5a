package io.stormdrain.ingest.line;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.stormdrain.ingest.source.Platform;
import io.stormdrain.ingest.source.Source;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.junit.jupiter.api.Test;

class HerokuSpeakersTest {
  private final HerokuSpeakers headers =
      new HerokuSpeakers(new Source("shop", "shop", Platform.HEROKU, null));

  @Test
  void areEncodedOncePerSpeaker() {
    assertThat(of("app", "web.1", 190)).isSameAs(of("app", "web.1", 190));
  }

  @Test
  void differByProcessOriginAndPriority() {
    assertThat(texts(of("app", "web.1", 190)))
        .containsEntry("service.instance.id", "web.1")
        .containsEntry("origin", "app")
        .containsEntry("severity", "9 guessed");
    assertThat(texts(of("heroku", "web.1", 45)))
        .containsEntry("service.instance.id", "web.1")
        .containsEntry("origin", "platform")
        .containsEntry("severity", "10 guessed");
  }

  @Test
  void stayRightWhenManySpeakersTakeTurns() {
    for (int round = 0; round < 2; round++) {
      for (int i = 0; i < 2_000; i++) {
        assertThat(texts(of("app", "run." + i, 190)))
            .containsEntry("service.instance.id", "run." + i);
      }
    }
  }

  private Headers of(String app, String process, int priority) {
    byte[] body = ("- " + app + " " + process + " -").getBytes(UTF_8);
    int appTo = 2 + app.length();
    return headers.of(body, 2, appTo, appTo + 1 + process.length(), priority);
  }

  private static Map<String, String> texts(Headers headers) {
    Map<String, String> texts = new HashMap<>();
    for (Header header : headers) {
      texts.put(header.key(), new String(header.value(), UTF_8));
    }
    return texts;
  }
}
