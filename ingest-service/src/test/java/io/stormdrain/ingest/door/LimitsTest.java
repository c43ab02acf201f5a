package io.stormdrain.ingest.door;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitsTest {
  @ParameterizedTest
  @CsvSource({
    "PT1S, PT15S, 100, 2, 0, stormdrain.ingest.deadline=PT1S: at least 1.5 s",
    "PT4S, PT0S, 100, 2, 0, stormdrain.ingest.body-time=PT0S: above 0",
    "PT4S, PT15S, 0, 2, 0, stormdrain.ingest.max-body=0: 1 byte to 64 MiB",
    "PT4S, PT15S, 100, 0, 0, stormdrain.ingest.max-inflation=0: at least 1",
    "PT4S, PT15S, 100, 2, 1.5, stormdrain.ingest.trace-ratio=1.5: 0 to 1",
  })
  void anImpossibleLimitIsRefusedByName(
      Duration deadline, Duration body, int max, int inflation, double ratio, String reason) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Limits(deadline, body, max, inflation, ratio))
        .withMessageStartingWith(reason);
  }
}
