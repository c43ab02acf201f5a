package io.stormdrain.notifier.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.stormdrain.notifier.Settings;
import io.stormdrain.notifier.console.Origin.Verdict;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class OriginTest {

  private final Origin origin =
      new Origin(
          Settings.of(Map.of("stormdrain.notifier.public-url", "https://alerts.example.org")));

  @Test
  void aBrowsersOwnWordCounts() {
    assertThat(origin.of("same-origin", null, "x")).isEqualTo(Verdict.OURS);
    assertThat(origin.of("cross-site", "http://localhost:8082", "localhost:8082"))
        .isEqualTo(Verdict.FOREIGN);
  }

  @Test
  void anOlderBrowserSaysWhereTheFormWas() {
    assertThat(origin.of(null, "http://localhost:8082", "localhost:8082")).isEqualTo(Verdict.OURS);
    assertThat(origin.of(null, "https://alerts.example.org", "10.0.0.7:8082"))
        .as("behind a proxy")
        .isEqualTo(Verdict.OURS);
    assertThat(origin.of(null, "https://evil.example", "localhost:8082"))
        .isEqualTo(Verdict.FOREIGN);
    assertThat(origin.of(null, "null", "localhost:8082")).isEqualTo(Verdict.FOREIGN);
    assertThat(origin.of(null, null, "localhost:8082")).isEqualTo(Verdict.UNKNOWN);
  }
}
