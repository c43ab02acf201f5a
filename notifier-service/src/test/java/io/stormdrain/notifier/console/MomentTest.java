package io.stormdrain.notifier.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MomentTest {

  private static final Instant NOW = Instant.parse("2026-02-10T03:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "0, just now",
    "4, just now",
    "-4, just now",
    "59, 59 s ago",
    "60, 1 min ago",
    "3900, 1 h 5 min ago",
    "90000, 1 d 1 h ago",
    "-30, in 30 s",
  })
  void timesAreToldAsPeopleDo(long seconds, String words) {
    assertThat(new Moment(NOW.minusSeconds(seconds)).ago(NOW)).isEqualTo(words);
  }
}
