package io.stormdrain.notifier.threshold;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Signals that come late, or in another order, are enough when they would have been in time. */
final class LatenessTest {

  private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");
  static final int WITHIN = 120;
  static final int LATE = 30;

  /** A signal at a second, which comes so many seconds late. */
  private record Sent(int second, int late) {
    private Instant time() {
      return START.plusSeconds(second);
    }

    private int heard() {
      return second + late;
    }
  }

  @Property
  void aCountIsReachedWhateverTheOrder(
      @ForAll @Size(max = 40) List<@IntRange(max = 900) Integer> seconds,
      @ForAll @Size(value = 40) List<@IntRange(max = WITHIN) Integer> delays,
      @ForAll @IntRange(min = 1, max = 6) int atLeast) {
    Condition condition = new Condition.Count(atLeast, Duration.ofSeconds(WITHIN), null);
    assertThat(met(condition, late(seconds, delays)))
        .isEqualTo(met(condition, inOrder(seconds)))
        .isEqualTo(inOneWindow(seconds, atLeast));
  }

  /** What comes late may look like a pause that is longer by that. */
  @Property
  void aStreakThatPausesForLessIsAsLongWhateverTheOrder(
      @ForAll @Size(max = 40) List<@IntRange(max = 900) Integer> seconds,
      @ForAll @Size(value = 40) List<@IntRange(max = LATE) Integer> delays) {
    if (met(lasting(WITHIN - LATE), inOrder(seconds))) {
      assertThat(met(lasting(WITHIN), late(seconds, delays))).isTrue();
    }
  }

  private static Condition.Lasting lasting(int gap) {
    return new Condition.Lasting(Duration.ofSeconds(300), Duration.ofSeconds(gap));
  }

  private static boolean met(Condition condition, List<Sent> heard) {
    AlertRule rule = Rule.that(condition);
    Tally tally = Tally.NONE;
    boolean met = false;
    for (Sent signal : heard) {
      tally = rule.count(tally, Rule.signal("queue.full", signal.time()), null);
      met |= condition.met(tally, Moment.at(signal.time()));
    }
    return met;
  }

  private static List<Sent> inOrder(List<Integer> seconds) {
    return seconds.stream().sorted().map(second -> new Sent(second, 0)).toList();
  }

  private static List<Sent> late(List<Integer> seconds, List<Integer> delays) {
    List<Sent> sent = new ArrayList<>();
    for (int i = 0; i < seconds.size(); i++) {
      sent.add(new Sent(seconds.get(i), delays.get(i)));
    }
    return sent.stream().sorted(Comparator.comparingInt(Sent::heard)).toList();
  }

  /** Counted by hand. */
  private static boolean inOneWindow(List<Integer> seconds, int atLeast) {
    return seconds.stream()
        .anyMatch(
            end -> seconds.stream().filter(s -> s > end - WITHIN && s <= end).count() >= atLeast);
  }
}
