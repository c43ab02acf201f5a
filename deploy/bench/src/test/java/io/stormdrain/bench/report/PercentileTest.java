package io.stormdrain.bench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class PercentileTest {

  private static final List<Double> TWO_HUNDRED =
      IntStream.rangeClosed(1, 200).mapToObj(i -> (double) (201 - i)).toList();

  @Test
  void ninetyNinePercentOfTwoHundredLeaveOutTheTwoHighest() {
    assertThat(Percentile.of(99, TWO_HUNDRED)).isEqualTo(198);
  }

  @Test
  void fiftyPercentAreTheLowerHalf() {
    assertThat(Percentile.of(50, TWO_HUNDRED)).isEqualTo(100);
  }

  @Test
  void allOfThemEndWithTheHighest() {
    assertThat(Percentile.of(100, TWO_HUNDRED)).isEqualTo(200);
  }

  @Test
  void oneValueIsEveryPercentile() {
    assertThat(Percentile.of(1, List.of(7.0))).isEqualTo(7);
  }

  @Test
  void nothingHasNoPercentile() {
    assertThatThrownBy(() -> Percentile.of(50, List.of()))
        .hasMessage("there must be at least one value");
  }

  @Test
  void percentsOutOfRangeAreRefused() {
    assertThatThrownBy(() -> Percentile.of(0, TWO_HUNDRED))
        .hasMessage("percent must be within 1 and 100, is 0");
  }
}
