package io.stormdrain.notifier.silence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stormdrain.notifier.route.Attribute;
import io.stormdrain.notifier.route.Matchers;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How long a silence holds. */
final class SilenceTest {

  private static final Instant MADE = Instant.parse("2026-02-10T12:00:00Z");
  private static final UUID INCIDENT = new UUID(1, 1);
  private static final Matchers SHOP = new Matchers(Map.of(Attribute.APP, List.of("shop")));

  @Test
  void holdsUntilItsTimeAndNotThen() {
    Silence silence = silence(new End.At(MADE.plusSeconds(60)));

    assertThat(silence.holds(seen(1, null), MADE.plusSeconds(59))).isTrue();
    assertThat(silence.holds(seen(1, null), MADE.plusSeconds(60))).isFalse();
  }

  @Test
  void holdsUntilTheNextReleaseOfTheApp() {
    Silence silence = silence(new End.NextRelease());

    assertThat(silence.holds(seen(1, null), MADE)).isTrue();
    assertThat(silence.holds(seen(1, MADE), MADE.plusSeconds(9))).isTrue();
    assertThat(silence.holds(seen(1, MADE.plusMillis(1)), MADE.plusSeconds(9))).isFalse();
  }

  @Test
  void holdsUntilItWasSeenTwiceAsOften() {
    Silence silence = silence(new End.CountDoubles(Map.of(INCIDENT, 10L)));

    assertThat(silence.holds(seen(19, null), MADE)).isTrue();
    assertThat(silence.holds(seen(20, null), MADE)).isFalse();
  }

  @Test
  void whatBeginsLaterIsNotHiddenByACountOfWhatWas() {
    Silence silence = silence(new End.CountDoubles(Map.of(new UUID(2, 2), 10L)));

    assertThat(silence.holds(seen(1, null), MADE)).isFalse();
  }

  @Test
  void whatSomebodyEndedHoldsNoMore() {
    Silence ended =
        new Silence(3, SHOP, new End.NextRelease(), "ann", "", MADE, MADE.plusSeconds(1), "bob");

    assertThat(ended.holds(seen(1, null), MADE.plusSeconds(2))).isFalse();
  }

  @Test
  void aSilenceAboutEverythingIsRefused() {
    assertThatThrownBy(
            () -> new Silence(3, Matchers.ANY, new End.NextRelease(), "ann", "", MADE, null, null))
        .hasMessageContaining("hides everything");
  }

  private static Silence silence(End end) {
    return new Silence(3, SHOP, end, "ann", "bigger dyno in v44", MADE, null, null);
  }

  private static Facts seen(long count, @Nullable Instant release) {
    return new Facts(INCIDENT, count, release);
  }
}
