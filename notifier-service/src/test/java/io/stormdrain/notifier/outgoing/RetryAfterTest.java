package io.stormdrain.notifier.outgoing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RetryAfterTest {

  private static final Instant NOW = Instant.parse("2026-02-10T14:00:00Z");

  @Test
  void secondsAndDatesAreUnderstood() {
    assertThat(RetryAfter.of("30", NOW)).isEqualTo(Duration.ofSeconds(30));
    assertThat(RetryAfter.of("Tue, 10 Feb 2026 14:00:42 GMT", NOW))
        .isEqualTo(Duration.ofSeconds(42));
  }

  @Test
  void aTimeThatIsOverIsASecond() {
    assertThat(RetryAfter.of("0", NOW)).isEqualTo(Duration.ofSeconds(1));
    assertThat(RetryAfter.of("Tue, 10 Feb 2026 13:00:00 GMT", NOW))
        .isEqualTo(Duration.ofSeconds(1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "soon", "-5", "1e3", "99999999999999999999", "12s"})
  void whatMakesNoSenseSaysNothing(String header) {
    assertThat(RetryAfter.of(header, NOW)).isNull();
  }

  @Property
  void nothingBreaksIt(@ForAll String header) {
    Duration asked = RetryAfter.of(header, NOW);

    assertThat(asked == null || asked.compareTo(Duration.ofSeconds(1)) >= 0).isTrue();
  }
}
