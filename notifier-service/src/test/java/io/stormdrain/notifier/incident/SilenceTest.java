package io.stormdrain.notifier.incident;

import static org.assertj.core.api.Assertions.assertThat;

import io.stormdrain.notifier.threshold.ShippedRules;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Apps that talk at regular intervals and stop. */
final class SilenceTest {

  private static final int PERIOD = 300;

  private final Tale tale = new Tale(ShippedRules.rules());

  @Test
  void whoStopsIsMissedAfterTwoPeriodsOnTheWallAndIsBackWithTheFirstWord() {
    double last = regular(13);
    tale.wall(last + 2 * PERIOD + 9);
    assertThat(tale.incidents()).isEmpty();

    tale.wall(last + 2 * PERIOD + 10);
    assertThat(tale.only().type()).isEqualTo("app-silent");
    assertThat(tale.only().title()).isEqualTo("shop has not said a word for 10 minutes");
    assertThat(tale.only().openedAt()).isEqualTo(Tale.START.plusSeconds((long) last));

    tale.calm(last + 5 * PERIOD);
    assertThat(tale.only().state()).isEqualTo(IncidentState.RESOLVED);
    assertThat(tale.messages()).containsExactly(Reason.OPENED, Reason.RESOLVED);
  }

  @Test
  void whoIsMissedAgainSoonIsTheSameTrouble() {
    double last = regular(13);
    tale.wall(last + 3 * PERIOD);
    double back = last + 4 * PERIOD;
    for (int i = 0; i < 13; i++) {
      tale.calm(back + i * 60);
    }
    tale.wall(back + 12 * 60 + 131);
    assertThat(tale.only().state()).isEqualTo(IncidentState.OPEN);
    assertThat(tale.messages()).containsExactly(Reason.OPENED, Reason.RESOLVED, Reason.REOPENED);
  }

  @Test
  void whoWasPutToRestIsNotMissed() {
    double last = regular(13);
    tale.at(last + 20, "web.1", "process.down", "web.1");
    tale.wall(last + 100 * PERIOD);
    assertThat(tale.incidents()).isEmpty();
  }

  @Test
  void theLastWordsOfOneWhoIsPutToRestDoNotMakeHimMissed() {
    double last = regular(13);
    tale.at(last + PERIOD + 5, "web.1", "process.down", "web.1");
    tale.calm(last + PERIOD);
    tale.wall(last + 100 * PERIOD);
    assertThat(tale.incidents()).isEmpty();
  }

  @Test
  void whatWasNotHeardYetMayStillCome() {
    double last = regular(13);
    Instant wall = Tale.START.plusSeconds((long) last + 100 * PERIOD);
    tale.file().tick(wall, Tale.START.plusSeconds((long) last + PERIOD));
    assertThat(tale.incidents()).isEmpty();
  }

  @Test
  void whoTalksAllTheTimeMayBeSilentAtNight() {
    for (int i = 0; i < 500; i++) {
      tale.calm(i * 10);
    }
    tale.wall(100_000);
    assertThat(tale.incidents()).isEmpty();
  }

  private double regular(int times) {
    for (int i = 0; i < times; i++) {
      tale.calm(i * PERIOD);
    }
    return (times - 1) * PERIOD;
  }
}
