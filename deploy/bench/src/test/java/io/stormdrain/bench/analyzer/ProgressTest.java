package io.stormdrain.bench.analyzer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class ProgressTest {

  private final Progress progress = new Progress();

  ProgressTest() {
    progress.add(new Progress.Look(0, 1_000, 100));
    progress.add(new Progress.Look(0, 2_000, 200));
    progress.add(new Progress.Look(100, 3_000, 400));
    progress.add(new Progress.Look(300, 4_000, 500));
  }

  @Test
  void timeIsInterpolatedBetweenTwoLooks() {
    assertThat(progress.at(50)).isEqualTo(new Progress.Look(50, 2_500, 300));
    assertThat(progress.at(200)).isEqualTo(new Progress.Look(200, 3_500, 450));
  }

  @Test
  void whatWasNotReachedHasNoTime() {
    assertThatThrownBy(() -> progress.at(301)).hasMessage("it has not read 301.0 lines");
  }
}
