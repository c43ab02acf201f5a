package io.stormdrain.notifier.vitals;

import static org.assertj.core.api.Assertions.assertThat;

import io.stormdrain.notifier.signal.Vitals;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class LoadTest {

  private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

  @Test
  void whatIsOlderThanFiveMinutesIsForgotten() {
    Load load = Load.NONE.plus(asked(0, 7)).plus(asked(299, 1));
    assertThat(load.total().requests()).isEqualTo(Map.of("2xx", 8L));
    assertThat(load.plus(asked(300, 1)).total().requests()).isEqualTo(Map.of("2xx", 2L));
  }

  @Test
  void whatComesLateFindsItsPlaceUnlessItIsTooOld() {
    Load load = Load.NONE.plus(asked(400, 1));
    assertThat(load.plus(asked(200, 2)).total().requests()).isEqualTo(Map.of("2xx", 3L));
    assertThat(load.plus(asked(20, 2))).isEqualTo(load);
    assertThat(Load.NONE.plus(asked(200, 2)).plus(asked(400, 1)))
        .isEqualTo(load.plus(asked(200, 2)));
  }

  @Test
  void aWindowWithoutRequestsChangesNothing() {
    Load load = Load.NONE.plus(asked(0, 1));
    assertThat(load.plus(asked(600, 0))).isEqualTo(load);
  }

  private static Vitals asked(long second, long requests) {
    return new Vitals(
        "shop",
        "shop",
        "heroku",
        null,
        START.plusSeconds(second),
        START.plusSeconds(second + 10),
        requests,
        requests == 0 ? Map.of() : Map.of("2xx", requests),
        List.of(),
        Map.of(),
        Map.of(),
        0);
  }
}
