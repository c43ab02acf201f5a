package io.stormdrain.ingest.door;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SeldomTest {
  @Test
  void saysTheFirstTimeAtOnceAndTheOthersTogether() {
    Seldom seldom = new Seldom(10, 100);

    assertThat(seldom.timesSinceSaid(100)).isEqualTo(1);
    assertThat(seldom.timesSinceSaid(101)).isZero();
    assertThat(seldom.timesSinceSaid(109)).isZero();
    assertThat(seldom.timesSinceSaid(110)).isEqualTo(3);
    assertThat(seldom.timesSinceSaid(500)).isEqualTo(1);
  }
}
