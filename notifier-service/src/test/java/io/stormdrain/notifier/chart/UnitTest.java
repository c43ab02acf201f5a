package io.stormdrain.notifier.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How people write numbers. */
final class UnitTest {

  @ParameterizedTest
  @CsvSource({
    "COUNT, 1234, '1,234'",
    "PER_SECOND, 0.05, 0.05/s",
    "PER_SECOND, 2.5, 2.5/s",
    "PER_SECOND, 12.4, 12/s",
    "MILLIS, 250, 250 ms",
    "MILLIS, 1500, 1.5 s",
    "BYTES, 536870912, 512 MiB",
    "BYTES, 0, 0 B",
  })
  void numbersAreShort(Unit unit, double value, String text) {
    assertThat(unit.text(value)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "COUNT, 0, 2",
    "COUNT, 3, 4",
    "COUNT, 5, 6",
    "MILLIS, 640, 800",
    "MILLIS, 900, 1000",
    "PER_SECOND, 0.045, 0.05",
    "BYTES, 600000000, 629145600",
    "BYTES, 250, 300",
  })
  void anAxisBeginsAtARoundNumber(Unit unit, double value, double ceiling) {
    assertThat(unit.ceiling(value)).isEqualTo(ceiling);
  }
}
