package io.stormdrain.bench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

final class SpreadTest {

  @Test
  void theMedianIsTheMiddleRound() {
    assertThat(Spread.of(9, 1, 4)).isEqualTo(new Spread(4, 1, 9));
  }

  @Test
  void theMedianOfAnEvenNumberIsTheMeanOfTheTwoInTheMiddle() {
    assertThat(Spread.of(8, 1, 2, 4)).isEqualTo(new Spread(3, 1, 8));
  }

  @Test
  void ratiosAreTakenRoundByRound() {
    Spread ratio = Spread.ofRatios(List.of(10.0, 40.0, 9.0), List.of(10.0, 20.0, 3.0));

    assertThat(ratio).isEqualTo(new Spread(2, 1, 3));
  }

  @Test
  void noRoundsAreNoMeasurement() {
    assertThatThrownBy(() -> Spread.of(List.of())).hasMessage("there must be at least one round");
  }

  @Test
  void roundsThatDoNotPairAreRefused() {
    assertThatThrownBy(() -> Spread.ofRatios(List.of(1.0), List.of()))
        .hasMessage("rounds must be equal in number, are 1 and 0");
  }
}
