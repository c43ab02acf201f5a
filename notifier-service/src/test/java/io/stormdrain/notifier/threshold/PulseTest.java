package io.stormdrain.notifier.threshold;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** How many came when. */
final class PulseTest {

  private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

  @Test
  void columnsAreTenSecondsAtFirst() {
    Pulse pulse = beats(0, 3, 12, 31);

    assertThat(pulse).isEqualTo(new Pulse(START, 10, List.of(2L, 1L, 0L, 1L)));
  }

  @Test
  void whatComesLateIsCountedWhereItBelongs() {
    assertThat(beats(40, 5)).isEqualTo(new Pulse(START, 10, List.of(1L, 0L, 0L, 0L, 1L)));
  }

  @Test
  void aLongTimeIsToldInLongerColumns() {
    Pulse pulse = beats(0, 15, 600);

    assertThat(pulse.seconds()).isEqualTo(20);
    assertThat(pulse.counts()).hasSize(31).startsWith(2L).endsWith(1L);
  }

  @Property
  void nothingIsLostAndItStaysSmall(
      @ForAll @Size(min = 1, max = 80) List<@IntRange(min = -90_000, max = 900_000) Integer> times) {
    Pulse pulse = beats(times.stream().mapToInt(Integer::intValue).toArray());

    assertThat(pulse.counts()).hasSizeLessThanOrEqualTo(60);
    assertThat(pulse.counts().stream().mapToLong(Long::longValue).sum()).isEqualTo(times.size());
    assertThat(pulse.counts().getFirst()).isPositive();
    assertThat(pulse.counts().getLast()).isPositive();
  }

  private static Pulse beats(int... seconds) {
    Pulse pulse = Pulse.NONE;
    for (int second : seconds) {
      pulse = pulse.beat(START.plusSeconds(second));
    }
    return pulse;
  }
}
