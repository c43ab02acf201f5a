package io.stormdrain.ingest.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineTimeTest {
  private static final long RECEIVED = Instant.parse("2026-03-01T10:00:00Z").toEpochMilli();

  @ParameterizedTest
  @CsvSource({
    "PT0S, OWN",
    "-P7D, OWN",
    "-P7DT0.001S, STALE",
    "PT59M, OWN",
    "PT59M0.001S, AHEAD",
    "PT2H, AHEAD"
  })
  void isJudgedByTheTimeOfReceipt(Duration away, LineTime judged) {
    assertThat(LineTime.of(RECEIVED + away.toMillis(), RECEIVED)).isEqualTo(judged);
  }
}
