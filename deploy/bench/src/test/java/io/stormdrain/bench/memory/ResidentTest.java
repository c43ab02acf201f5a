package io.stormdrain.bench.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ResidentTest {

  @Test
  void theProportionalShareCountsAndNothingElse() {
    List<String> lines =
        List.of(
            "00010000-7ffd1000 ---p 00000000 00:00 0    [rollup]",
            "Rss:              180248 kB",
            "Pss:              150000 kB",
            "Pss_Anon:         140000 kB",
            "Shared_Clean:      20000 kB");

    assertThat(Resident.bytes(lines)).isEqualTo(150_000L * 1024);
  }

  @Test
  void thisJvmIsResident() {
    assumeTrue(Resident.isKnown());

    assertThat(Resident.bytes(ProcessHandle.current())).isGreaterThan(1_000_000);
  }
}
