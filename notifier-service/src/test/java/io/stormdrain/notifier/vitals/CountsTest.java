package io.stormdrain.notifier.vitals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.stormdrain.notifier.signal.Vitals;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** What is counted, and what follows from it. */
final class CountsTest {

  private static final Instant TEN = Instant.parse("2026-03-01T10:00:17Z");

  @Test
  void recordsOfOneWindowAddUp() {
    Counts both = Counts.of(vitals(700, 3)).plus(Counts.of(vitals(900, 4)));

    assertThat(both.lines()).isEqualTo(14);
    assertThat(both.dropped()).isEqualTo(7);
    assertThat(both.requests()).isEqualTo(Map.of("2xx", 4L, "5xx", 2L));
    assertThat(both.latencies().buckets()).isEqualTo(Map.of(64L, 4L, 32_768L, 2L));
    assertThat(both.memory()).isEqualTo(Map.of("web.1", new Vitals.Memory(900, 1_000L)));
  }

  @Test
  void memoryOfSoManyProcessesIsKeptAndNoMore() {
    Map<String, Vitals.Memory> many =
        IntStream.range(0, 500)
            .boxed()
            .collect(Collectors.toMap(n -> "web." + n, n -> new Vitals.Memory(n, null)));
    Vitals vitals =
        new Vitals(
            "shop", "shop", "heroku", null, TEN, TEN, 0, Map.of(), List.of(), many, Map.of(), 0);

    assertThat(Counts.of(vitals).memory()).hasSize(50);
  }

  @Test
  void whereThereWereNoRequestsNothingIsSaidOfTheirTime() {
    assertThat(Latencies.NONE.quantile(0.5)).isNull();
  }

  @Test
  void halfOfTheRequestsAreInTheLowerHalfOfTheirBucket() {
    assertThat(new Latencies(new TreeMap<>(Map.of(64L, 10L))).quantile(0.5))
        .isCloseTo(48, within(0.001));
  }

  @Property
  void aPercentileIsWithinItsStep(
      @ForAll @Size(min = 1, max = 200) List<@IntRange(min = 1, max = 30_000) Integer> millis,
      @ForAll @IntRange(min = 1, max = 100) int percent) {
    TreeMap<Long, Long> buckets = new TreeMap<>();
    for (int time : millis) {
      buckets.merge((long) bound(time), 1L, Long::sum);
    }
    List<Integer> sorted = millis.stream().sorted().toList();
    int exact = sorted.get(Math.max(0, (int) Math.ceil(percent * sorted.size() / 100.0) - 1));

    double said = Objects.requireNonNull(new Latencies(buckets).quantile(percent / 100.0));

    assertThat(said).isBetween(bound(exact) / 2.0 - 0.001, (double) bound(exact));
  }

  @Test
  void windowsBeginAtWholeMultiples() {
    assertThat(Step.TEN_SECONDS.window(TEN)).isEqualTo("2026-03-01T10:00:10Z");
    assertThat(Step.MINUTE.window(TEN)).isEqualTo("2026-03-01T10:00:00Z");
  }

  private static int bound(int millis) {
    return millis == 1 ? 1 : Integer.highestOneBit(millis - 1) * 2;
  }

  private static Vitals vitals(long used, long dropped) {
    return new Vitals(
        "shop",
        "shop",
        "heroku",
        null,
        TEN,
        TEN.plusSeconds(10),
        7,
        Map.of("2xx", 2L, "5xx", 1L),
        List.of(new Vitals.Bucket(64, 2), new Vitals.Bucket(32_768, 1)),
        Map.of("web.1", new Vitals.Memory(used, 1_000L)),
        Map.of(),
        dropped);
  }
}
