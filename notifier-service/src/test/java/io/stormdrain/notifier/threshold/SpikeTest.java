package io.stormdrain.notifier.threshold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** More than usual is known as such, and nothing is before anybody knows what is usual. */
final class SpikeTest {

  private static final Instant MONDAY = Instant.parse("2026-03-02T10:00:00Z");
  private static final Duration WINDOW = Duration.ofMinutes(10);

  private final List<Instant> seen = new ArrayList<>();
  private @Nullable Instant released;
  private Tally tally = Tally.NONE;

  @Test
  void soManyTimesTheWindowBeforeIsEnoughAndOneLessIsNot() {
    Condition spike = spike(5, 20, Baseline.BEFORE);
    see(spike, MONDAY, 1);
    see(spike, MONDAY.plusSeconds(3600), 4);
    see(spike, MONDAY.plusSeconds(4200), 19);
    assertThat(met(spike)).isFalse();
    see(spike, MONDAY.plusSeconds(4200), 1);
    assertThat(met(spike)).isTrue();
  }

  @Test
  void fewAreNothingToSpeakOfHoweverManyTimesTheUsual() {
    Condition spike = spike(5, 20, Baseline.BEFORE);
    see(spike, MONDAY, 1);
    see(spike, MONDAY.plusSeconds(7200), 19);
    assertThat(met(spike)).isFalse();
  }

  @Test
  void beforeAnyWindowIsKnownNothingIsASpike() {
    Condition spike = spike(2, 5, Baseline.BEFORE);
    see(spike, MONDAY, 50);
    see(spike, MONDAY.plusSeconds(1199), 50);
    assertThat(met(spike)).isFalse();
    see(spike, MONDAY.plusSeconds(1200), 150);
    assertThat(met(spike)).isTrue();
  }

  @Test
  void whatUsuallyDoesNotComeAtAllCountsAsComingOnce() {
    Condition spike = spike(5, 5, Baseline.BEFORE);
    see(spike, MONDAY, 1);
    see(spike, MONDAY.plusSeconds(7200), 5);
    assertThat(met(spike)).isTrue();
  }

  @Test
  void aWindowEndsWithThePartInWhichTheLastOneIs() {
    Condition spike = spike(2, 10, Baseline.BEFORE);
    see(spike, MONDAY.minusSeconds(7200), 1);
    see(spike, MONDAY, 9);
    see(spike, MONDAY.plusSeconds(599), 1);
    assertThat(met(spike)).isTrue();
    see(spike, MONDAY.plusSeconds(600), 1);
    assertThat(met(spike)).as("the first nine are in the window before").isFalse();
  }

  @Test
  void mondayMorningsRushIsNoSpikeWhenItIsThereEveryMonday() {
    Condition week = spike(3, 20, Baseline.WEEK);
    for (int day = 0; day <= 14; day++) {
      for (int hour = 0; hour < 24; hour++) {
        boolean rush = day % 7 == 0 && hour == 1;
        Instant at = MONDAY.plusSeconds(day * 86_400L + hour * 3_600L);
        if (day < 14) {
          see(week, at, rush ? 240 : 12);
        }
      }
    }
    Instant third = MONDAY.plusSeconds(14 * 86_400L);
    see(week, third, 20);
    assertThat(met(week)).as("ten times as many as at this hour").isTrue();
    see(week, third.plusSeconds(3_600), 40);
    assertThat(met(week)).as("as at each Monday's second hour").isFalse();
  }

  @Test
  void inTheFirstWeekAnyHourIsAsUsualAndInTheFirstDaysTheWindowBeforeIs() {
    Flow flow = Flow.NONE;
    Instant begin = MONDAY;
    for (int hour = 0; hour < 48; hour++) {
      for (int i = 0; i < 6; i++) {
        flow = flow.beat(begin.plusSeconds(hour * 3_600L + i), WINDOW, null);
      }
    }
    Instant young = begin.plusSeconds(47 * 3_600L);
    assertThat(flow.usually(young, WINDOW)).isNull();
    assertThat(Baseline.WEEK.of(flow, young, WINDOW)).isEqualTo(flow.before(young, WINDOW));
    assertThat(flow.usually(begin.plusSeconds(48 * 3_600L), WINDOW)).isCloseTo(1, within(1e-9));
  }

  @Test
  void asManyAsAfterEachReleaseIsNoSpike() {
    Condition spike = spike(3, 10, Baseline.RELEASE);
    released = MONDAY;
    see(spike, MONDAY.plusSeconds(120), 30);
    released = MONDAY.plusSeconds(86_400);
    see(spike, released.plusSeconds(120), 31);
    assertThat(met(spike)).as("as after the release before").isFalse();
    see(spike, released.plusSeconds(130), 59);
    assertThat(met(spike)).as("three times as many").isTrue();
  }

  @Test
  void longAfterAReleaseTheWindowBeforeIsWhatCounts() {
    Condition spike = spike(3, 10, Baseline.RELEASE);
    released = MONDAY;
    see(spike, MONDAY.plusSeconds(120), 30);
    released = MONDAY.plusSeconds(86_400);
    see(spike, released.plusSeconds(120), 1);
    see(spike, released.plusSeconds(20_000), 30);
    assertThat(met(spike)).isTrue();
  }

  @Test
  void aSpikeOfOnceAsManyIsRefused() {
    assertThatThrownBy(() -> spike(1, 5, Baseline.BEFORE))
        .hasMessage("a spike is more than 1 times the usual, and at least 1, got 1.0 and 5");
  }

  @Property
  void whatIsUsualDoesNotDependOnTheOrderOfArrival(
      @ForAll @Size(max = 60) List<@IntRange(max = 1_200_000) Integer> seconds, @ForAll long seed) {
    List<Integer> shuffled = new ArrayList<>(seconds);
    Collections.shuffle(shuffled, new Random(seed));
    Flow inOrder = flow(seconds.stream().sorted().toList());
    assertThat(flow(shuffled).hours()).isEqualTo(inOrder.hours());
    assertThat(flow(shuffled).parts()).isEqualTo(inOrder.parts());
    assertThat(flow(shuffled).since()).isEqualTo(inOrder.since());
  }

  private static Flow flow(List<Integer> seconds) {
    Flow flow = Flow.NONE;
    for (int second : seconds) {
      flow = flow.beat(MONDAY.plusSeconds(second), WINDOW, null);
    }
    return flow;
  }

  private static Condition.Spike spike(double times, int atLeast, Baseline than) {
    return new Condition.Spike(times, atLeast, WINDOW, than);
  }

  private void see(Condition condition, Instant at, int times) {
    for (int i = 0; i < times; i++) {
      seen.add(at);
      tally = Rule.that(condition).count(tally, Rule.signal("queue.full", at), released);
    }
  }

  private boolean met(Condition condition) {
    return condition.met(tally, Moment.at(seen.getLast()));
  }
}
