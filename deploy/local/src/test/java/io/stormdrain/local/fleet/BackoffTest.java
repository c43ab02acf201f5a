package io.stormdrain.local.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class BackoffTest {

  private final Backoff backoff = new Backoff();

  private long after(long servedSeconds) {
    return backoff.after(Duration.ofSeconds(servedSeconds)).toSeconds();
  }

  @Test
  void doublesUpToHalfAMinute() {
    assertThat(Stream.generate(() -> after(0)).limit(7))
        .containsExactly(1L, 2L, 4L, 8L, 16L, 30L, 30L);
  }

  @Test
  void beginsAnewForAPartThatServedAMinute() {
    after(0);
    after(0);

    assertThat(after(60)).isEqualTo(1);
    assertThat(after(59)).isEqualTo(2);
  }
}
