package io.stormdrain.ingest.logplex;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies of the largest size, made so that looking ahead or back would take longest. */
class HostileBodiesTest {
  private static final int LARGEST = 10 * 1024 * 1024;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<",
        "1",
        "\n",
        "1 <1>1 ",
        "99999 <1>1 ",
        "9999999 <190>1 ",
        "5000000 <190>1 2026-03-01T10:00:00Z host app web.1 - x\n",
        "70 <190>1 2026-03-01T10:00:00Z host app web.1 - 12345 <190>1 fake\n",
        "11111 <1>1 22222 <1>1 \n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n",
        "1 <190>1 - - a b - x",
      })
  void areReadInTimeInProportion(String pattern) {
    byte[] body = pattern.repeat(LARGEST / pattern.length()).getBytes(US_ASCII);

    assertTimeout(
        Duration.ofSeconds(8),
        () -> {
          LogplexLines lines = new LogplexLines(body, body.length, Decoded.LOGPLEX);
          while (lines.next()) {
            // Only the time counts.
          }
        });
  }
}
