package io.stormdrain.analyzer.classify;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class FlowTest {

  private static final long SECOND = 1_000_000_000L;
  private static final long MINUTE = 60 * SECOND;
  private static final long NOW = 1_000_000 * MINUTE;

  private final Flow flow = new Flow();
  private final ProcessMemory web = new ProcessMemory();
  private final ProcessMemory worker = new ProcessMemory();
  private final ProcessMemory clock = new ProcessMemory();

  @Test
  void aLineIsLateWhenTwoProcessesHaveSpokenOfALaterTime() {
    flow.hear(web, NOW);
    flow.hear(worker, NOW + SECOND);

    assertThat(flow.secondsLate(NOW - 15 * MINUTE)).isZero();
    assertThat(flow.secondsLate(NOW - 15 * MINUTE - SECOND)).isEqualTo(901);
  }

  @Test
  void oneProcessWhoseClockIsAheadMakesNobodyLate() {
    flow.hear(clock, NOW + 600 * MINUTE);
    flow.hear(web, NOW);
    flow.hear(worker, NOW);
    flow.hear(clock, NOW + 601 * MINUTE);

    assertThat(flow.secondsLate(NOW)).isZero();
    assertThat(flow.secondsLate(NOW - 20 * MINUTE)).isEqualTo(1_200);
  }

  @Test
  void aBacklogInItsOrderIsNotLateHoweverOldItIs() {
    for (long at = NOW - 600 * MINUTE; at < NOW; at += MINUTE) {
      assertThat(flow.secondsLate(at)).isZero();
      flow.hear(web, at);
      flow.hear(worker, at);
    }
  }

  @Test
  void aProcessAloneIsNeverLate() {
    flow.hear(web, NOW);

    assertThat(flow.secondsLate(NOW - 600 * MINUTE)).isZero();
  }

  @Test
  void aClockThatWasAheadAndIsSetRightMakesItsOwnProcessLateForNoTime() {
    flow.hear(web, NOW + 60 * MINUTE);
    flow.hear(web, NOW);
    flow.hear(worker, NOW);

    assertThat(flow.secondsLate(NOW + SECOND)).isZero();
  }
}
