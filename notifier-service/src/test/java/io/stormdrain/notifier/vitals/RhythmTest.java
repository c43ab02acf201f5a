package io.stormdrain.notifier.vitals;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class RhythmTest {

  private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

  @Test
  void whoTalksAtRegularIntervalsIsMissedAfterTwoOfThem() {
    assertThat(every(300, Rhythm.REGULAR - 1).unheardOf()).isNull();
    assertThat(every(300, Rhythm.REGULAR).unheardOf()).isEqualTo(Duration.ofSeconds(610));
  }

  @Test
  void aFifthMoreOrLessIsStillRegular() {
    Rhythm rhythm = Rhythm.first(START);
    Instant at = START;
    for (int i = 0; i < Rhythm.REGULAR; i++) {
      at = at.plusSeconds(i % 2 == 0 ? 300 : 360);
      rhythm = rhythm.heard(at);
    }
    assertThat(rhythm.unheardOf()).isEqualTo(Duration.ofSeconds(730));
    assertThat(rhythm.heard(at.plusSeconds(20)).unheardOf()).as("and chatter is not").isNull();
  }

  @Test
  void whoTalksAllTheTimeIsKnownAfterAWeekOnly() {
    Rhythm rhythm = every(10, 6);
    assertThat(rhythm.unheardOf()).isNull();
    Instant at = rhythm.last();
    for (int day = 1; day <= Rhythm.DAYS; day++) {
      at = START.plus(Duration.ofDays(day));
      rhythm = rhythm.heard(at.minus(Duration.ofHours(8))).heard(at.minusSeconds(10)).heard(at);
    }
    assertThat(rhythm.unheardOf())
        .as("twice the longest night, which was 16 hours, is too long to wait")
        .isNull();
    for (int i = 1; i <= 8 * 24 * 4; i++) {
      rhythm = rhythm.heard(at.plus(Duration.ofMinutes(15L * i)));
      rhythm = rhythm.heard(at.plus(Duration.ofMinutes(15L * i)).plusSeconds(10));
    }
    assertThat(rhythm.unheardOf()).isEqualTo(Duration.ofSeconds(2 * (15 * 60 - 10)));
    assertThat(rhythm.longest()).hasSizeLessThanOrEqualTo(Rhythm.DAYS + 1);
  }

  @Test
  void aShortPauseIsNeverASilence() {
    Rhythm rhythm = Rhythm.first(START);
    for (int i = 1; i <= 8 * 24 * 3600 / 50; i++) {
      rhythm = rhythm.heard(START.plusSeconds(50L * i));
    }
    assertThat(rhythm.unheardOf()).isEqualTo(Rhythm.SHORTEST_SILENCE);
  }

  @Test
  void whatComesLateChangesNothing() {
    Rhythm rhythm = every(300, 3);
    assertThat(rhythm.heard(START.plusSeconds(400))).isEqualTo(rhythm);
    assertThat(rhythm.heard(rhythm.last())).isEqualTo(rhythm);
  }

  private static Rhythm every(long seconds, int times) {
    Rhythm rhythm = Rhythm.first(START);
    for (int i = 1; i <= times; i++) {
      rhythm = rhythm.heard(START.plusSeconds(seconds * i));
    }
    return rhythm;
  }
}
