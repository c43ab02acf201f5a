package io.stormdrain.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class GoalTest {

  @Test
  void theMedianDecidesAndNotTheBestRound() {
    Goal goal = Goal.atLeast(0.8);

    assertThat(goal.of(new Spread(0.79, 0.7, 0.9))).isEqualTo(Verdict.MISSED);
    assertThat(goal.of(new Spread(0.8, 0.1, 0.9))).isEqualTo(Verdict.MET);
  }

  @Test
  void aLimitMayBeReachedButNotPassed() {
    Goal goal = Goal.atMost(1e9);

    assertThat(goal.of(new Spread(1e9, 1, 2e9))).isEqualTo(Verdict.MET);
    assertThat(goal.of(new Spread(1.1e9, 1, 2e9))).isEqualTo(Verdict.MISSED);
  }

  @Test
  void whatHasNoGoalIsNeitherMetNorMissed() {
    assertThat(Goal.NONE.of(new Spread(1, 1, 1))).isEqualTo(Verdict.NO_GOAL);
    assertThat(Goal.NONE.text(Unit.RATIO)).isEmpty();
  }

  @Test
  void goalsAreWrittenInTheUnitOfTheFigure() {
    assertThat(Goal.atLeast(2.5e6).text(Unit.PER_SECOND)).isEqualTo(">= 2.50 M/s");
    assertThat(Goal.atMost(1e9).text(Unit.MILLISECONDS)).isEqualTo("<= 1000 ms");
    assertThat(Goal.atMost(1e9).text(Unit.MEGABYTES)).isEqualTo("<= 1000 MB");
  }
}
