package io.stormdrain.analyzer.stream;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class FrameMemoryTest {

  private static final long MINUTE = 60_000_000_000L;
  private final FrameMemory memory = new FrameMemory();

  @Test
  void aLineCountsOnceHoweverOftenItsFrameIsDelivered() {
    assertThat(memory.add("shop", "A", 0, 1, 0)).isTrue();
    assertThat(memory.add("shop", "A", 1, 2, 0)).isTrue();
    assertThat(memory.add("shop", "A", 0, 3, 0)).isFalse();
    assertThat(memory.add("shop", "A", 1, 4, 0)).isFalse();
  }

  @Test
  void theRestOfAFrameThatWasCutShortCounts() {
    memory.add("shop", "A", 0, 1, 0);
    memory.add("shop", "A", 1, 2, 0);
    memory.add("shop", "B", 0, 3, 0);
    assertThat(memory.add("shop", "A", 0, 4, 0)).isFalse();
    assertThat(memory.add("shop", "A", 2, 5, 0)).isTrue();
    assertThat(memory.add("shop", "A", 5, 6, 0)).isTrue();
    assertThat(memory.add("shop", "A", 4, 7, 0)).isTrue();
    assertThat(memory.add("shop", "A", 5, 8, 0)).isFalse();
  }

  @Test
  void equalIdsOfDifferentSourcesAreDifferentFrames() {
    memory.add("shop", "A", 0, 1, 0);
    assertThat(memory.add("blog", "A", 0, 2, 0)).isTrue();
  }

  @Test
  void remembersAQuarterOfAnHourAndSaysFromWhere() {
    assertThat(memory.from(77)).isEqualTo(77);
    memory.add("shop", "A", 0, 100, 0);
    memory.add("shop", "B", 0, 200, 6 * MINUTE);
    memory.add("shop", "C", 0, 300, 12 * MINUTE);
    assertThat(memory.add("shop", "A", 0, 350, 15 * MINUTE)).isFalse();
    assertThat(memory.from(0)).isEqualTo(100);
    memory.add("shop", "D", 0, 400, 18 * MINUTE);
    memory.add("shop", "E", 0, 500, 24 * MINUTE);
    assertThat(memory.from(0)).isEqualTo(200);
    assertThat(memory.add("shop", "A", 0, 600, 24 * MINUTE)).isTrue();
  }

  @Test
  void tooManyFramesPushOutTheOldestAndAreCounted() {
    FrameMemory small = new FrameMemory(100);
    for (int i = 0; i <= 100; i++) {
      assertThat(small.add("shop", "A" + i, 0, i, 0)).isTrue();
    }
    assertThat(small.takeForgotten()).isEqualTo(25);
    assertThat(small.takeForgotten()).isZero();
    assertThat(small.from(0)).isEqualTo(25);
    assertThat(small.add("shop", "A25", 0, 101, 0)).isFalse();
    assertThat(small.add("shop", "A24", 0, 102, 0)).isTrue();
  }

  @Test
  void whatGoesInItsTimeIsNotCountedAsForgotten() {
    for (int i = 0; i < 10; i++) {
      memory.add("shop", "A" + i, 0, i, 6L * i * MINUTE);
    }
    assertThat(memory.takeForgotten()).isZero();
  }

  @Test
  void itHasRoomForAllThatItIsMeantTo() {
    for (int i = 0; i < FrameMemory.MOST_FRAMES; i++) {
      assertThat(memory.add("shop", "frame-" + i, 0, i, 0)).isTrue();
    }
    for (int i = 0; i < FrameMemory.MOST_FRAMES - 1; i += 997) {
      assertThat(memory.add("shop", "frame-" + i, 1, i, 0)).isTrue();
    }
    assertThat(memory.takeForgotten()).isZero();
  }
}
