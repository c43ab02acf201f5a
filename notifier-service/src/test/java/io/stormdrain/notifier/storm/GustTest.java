package io.stormdrain.notifier.storm;

import static org.assertj.core.api.Assertions.assertThat;

import io.stormdrain.notifier.store.Members.Begun;
import io.stormdrain.notifier.threshold.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

final class GustTest {

  private static final Instant NOON = Instant.parse("2026-02-10T12:00:00Z");
  private static final Duration MINUTE = Duration.ofMinutes(1);

  @Test
  void asManyAppsAsAreToldOneByOneAreNone() {
    assertThat(Gust.in(apps(3, 0), MINUTE, 3)).isEmpty();
    assertThat(Gust.in(apps(4, 0), MINUTE, 3)).hasSize(4);
  }

  @Test
  void theStartOfTheWindowIsNotInIt() {
    assertThat(Gust.in(List.of(begun("a", 0), begun("b", 60)), MINUTE, 1)).isEmpty();
    assertThat(Gust.in(List.of(begun("a", 0), begun("b", 59)), MINUTE, 1)).hasSize(2);
  }

  @Test
  void anAppCountsOnceHoweverManyIncidentsItHas() {
    List<Begun> two = List.of(begun("a", 0), begun("a", 1), begun("a", 2), begun("b", 3));

    assertThat(Gust.in(two, MINUTE, 2)).isEmpty();
    assertThat(Gust.in(two, MINUTE, 1)).hasSize(4);
  }

  @Test
  void whatBeganLongBeforeDoesNotBelongToIt() {
    List<Begun> all = List.of(begun("early", 0), begun("a", 100), begun("b", 101));

    assertThat(Gust.in(all, MINUTE, 1)).extracting(Begun::source).containsExactly("a", "b");
  }

  @Property
  void itIsWhatTryingEveryWindowFinds(
      @ForAll @Size(max = 30) List<@IntRange(max = 200) Integer> seconds,
      @ForAll @IntRange(min = 1, max = 5) int apps) {
    List<Begun> all =
        IntStream.range(0, seconds.size())
            .mapToObj(i -> begun("app-" + i % 7, seconds.get(i)))
            .sorted(Comparator.comparing(Begun::at))
            .toList();

    assertThat(Gust.in(all, MINUTE, apps)).isEqualTo(byTrying(all, apps));
  }

  private static Set<Begun> byTrying(List<Begun> all, int apps) {
    Set<Begun> found = new HashSet<>();
    for (Begun last : all) {
      List<Begun> window =
          all.stream()
              .filter(one -> one.at().isAfter(last.at().minus(MINUTE)))
              .filter(one -> !one.at().isAfter(last.at()))
              .toList();
      if (window.stream().map(Begun::source).collect(Collectors.toSet()).size() > apps) {
        found.addAll(window);
      }
    }
    return found;
  }

  private static List<Begun> apps(int count, int second) {
    return IntStream.range(0, count).mapToObj(i -> begun("app-" + i, second)).toList();
  }

  private static Begun begun(String source, int second) {
    return new Begun(UUID.randomUUID(), source, source, Severity.HIGH, NOON.plusSeconds(second));
  }
}
