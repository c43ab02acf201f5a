package io.stormdrain.notifier.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How fast a receiver may be told. */
final class PaceTest {

  private static final Instant NOW = Instant.parse("2026-02-10T14:00:00Z");
  private static final Pace SLACK = Pace.one(Duration.ofSeconds(1), 5);

  @Test
  void afterARestABurstMayGo() {
    assertThat(SLACK.room(null, NOW)).isEqualTo(5);
    assertThat(SLACK.room(NOW.minusSeconds(60), NOW)).isEqualTo(5);
  }

  @Test
  void afterABurstOneMayGoInEachTime() {
    Instant paid = SLACK.after(null, NOW, 5);

    assertThat(SLACK.room(paid, NOW)).isZero();
    assertThat(SLACK.next(paid, NOW)).isEqualTo(NOW.plusSeconds(1));
    assertThat(SLACK.room(paid, NOW.plusMillis(999))).isZero();
    assertThat(SLACK.room(paid, NOW.plusSeconds(1))).isEqualTo(1);
    assertThat(SLACK.room(paid, NOW.plusSeconds(3))).isEqualTo(3);
  }

  @Test
  void withoutATimeNothingIsCounted() {
    assertThat(Pace.atATime(4).room(NOW.plusSeconds(99), NOW)).isEqualTo(Integer.MAX_VALUE);
  }

  @Test
  void aPaceThatLetsNothingThroughIsRefused() {
    assertThatThrownBy(() -> Pace.one(Duration.ofSeconds(1), 0)).hasMessageContaining("0 at once");
    assertThatThrownBy(() -> Pace.one(Duration.ofSeconds(-1), 1)).hasMessageContaining("PT-1S");
    assertThatThrownBy(() -> Pace.atATime(0)).hasMessageContaining("0 at a time");
  }

  /** Whenever somebody looks: in no span of time do more go than a burst and one for each time. */
  @Property
  void noSpanOfTimeSeesMore(
      @ForAll @Size(max = 60) List<@IntRange(max = 3_000) Integer> pauses,
      @ForAll @IntRange(min = 1, max = 7) int burst) {
    Pace pace = Pace.one(Duration.ofSeconds(1), burst);
    List<Instant> gone = new ArrayList<>();
    @Nullable Instant paid = null;
    Instant now = NOW;
    for (int pause : pauses) {
      now = now.plusMillis(pause);
      int room = pace.room(paid, now);
      paid = pace.after(paid, now, room);
      for (int one = 0; one < room; one++) {
        gone.add(now);
      }
    }
    for (int from = 0; from < gone.size(); from++) {
      for (int to = from; to < gone.size(); to++) {
        long seconds = Duration.between(gone.get(from), gone.get(to)).toSeconds();
        assertThat((long) to - from + 1).isLessThanOrEqualTo(burst + seconds);
      }
    }
  }
}
