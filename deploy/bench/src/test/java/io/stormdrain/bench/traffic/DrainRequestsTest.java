package io.stormdrain.bench.traffic;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class DrainRequestsTest {

  private final Frames frames =
      Frames.generated(Apps.of("bench", 2), 3, 20, 10, Instant.parse("2026-03-01T10:00:00Z"));
  private final DrainRequests requests = new DrainRequests(frames);

  @Test
  void aRequestSaysHowLongItsBodyIs() {
    String request = next();
    String body = request.substring(request.indexOf("\r\n\r\n") + 4);

    assertThat(body).isEqualTo(new String(frames.body(0), US_ASCII));
    assertThat(request)
        .contains("\r\nContent-Length: " + body.length() + "\r\n")
        .contains("\r\nLogplex-Msg-Count: 10\r\n")
        .contains("\r\nAuthorization: Basic " + Apps.credentials("bench00") + "\r\n");
  }

  @Test
  void theSameRequestComesAgainWithAnotherFrameId() {
    String first = next();
    String second = next();
    String again = next();

    assertThat(frameId(again)).isNotEqualTo(frameId(first)).isNotEqualTo(frameId(second));
    assertThat(again.replace(frameId(again), frameId(first))).isEqualTo(first);
  }

  private String next() {
    ByteBuffer view = requests.view();
    requests.next(view);
    byte[] bytes = new byte[view.remaining()];
    view.get(bytes);
    return new String(bytes, US_ASCII);
  }

  private static String frameId(String request) {
    return request
        .lines()
        .filter(line -> line.startsWith("Logplex-Frame-Id: "))
        .findFirst()
        .orElseThrow();
  }
}
