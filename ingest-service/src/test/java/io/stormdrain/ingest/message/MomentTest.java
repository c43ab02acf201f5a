package io.stormdrain.ingest.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MomentTest {
  private static final long TIME = Instant.parse("2025-12-05T00:56:17.123Z").toEpochMilli();

  @ParameterizedTest
  @ValueSource(
      doubles = {
        1764896177.1239,
        1764896177123.0,
        1764896177123456.0,
        1.764896177123456e18,
      })
  void theSizeOfANumberTellsItsUnit(double number) {
    assertThat(Moment.ofEpoch(number)).isEqualTo(Moment.ofMillis(TIME));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY, 1e19})
  void otherNumbersAreNoTimes(double number) {
    assertThat(Moment.ofEpoch(number)).isEqualTo(Moment.NONE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2025-12-05T00:56:17.123456789Z",
        "2025-12-05 00:56:17.123Z",
        " 2025-12-05T01:56:17.123+01:00 ",
      })
  void readsRfc3339(String text) {
    assertThat(Moment.ofText(text)).isEqualTo(Moment.ofMillis(TIME));
  }

  @Test
  void keepsATimeThatItCannotRead() {
    assertThat(Moment.ofText("yesterday")).isEqualTo(new Moment(Moment.UNKNOWN, "yesterday"));
    assertThat(Moment.ofText("x".repeat(100)).text()).hasSize(64);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "-"})
  void nothingIsNoTime(String text) {
    assertThat(Moment.ofText(text)).isEqualTo(Moment.NONE);
  }

  @Property
  void neverFailsOnAnyText(@ForAll String text, @ForAll double number) {
    assertThat(Moment.ofText(text)).isNotNull();
    assertThat(Moment.ofEpoch(number)).isNotNull();
  }
}
