package io.stormdrain.bench.latency;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class SteadyDrainsTest {

  @Test
  void thereAreTenMishapsInASecond() {
    assertThat(SteadyDrains.mishaps(Duration.ofSeconds(20))).isEqualTo(200);
  }
}
