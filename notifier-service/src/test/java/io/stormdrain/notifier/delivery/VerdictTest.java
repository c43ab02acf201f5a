package io.stormdrain.notifier.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.stormdrain.notifier.incident.Reason;
import io.stormdrain.notifier.message.Trouble;
import io.stormdrain.notifier.threshold.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class VerdictTest {

  private static final Instant NOW = Instant.parse("2026-02-10T14:00:00Z");
  private static final Backoff BACKOFF =
      new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(5), new Random(7));

  @Test
  void whatTheReceiverAsksForIsTheLeastItGets() {
    Verdict.Again again =
        again(
            new Outcome.Retry(Fault.RATE_LIMITED, "429", Duration.ofSeconds(30)),
            claim(1, 0, false));

    assertThat(again.dueAt()).isEqualTo(NOW.plusSeconds(30));
    assertThat(again.blockedUntil()).isEqualTo(NOW.plusSeconds(30));
  }

  @Test
  void aLimitWithoutATimeIsTenSecondsForAll() {
    Verdict.Again again =
        again(new Outcome.Retry(Fault.RATE_LIMITED, "429", null), claim(1, 0, false));

    assertThat(again.blockedUntil()).isEqualTo(NOW.plusSeconds(10));
  }

  @Test
  void noAnswerCanMakeUsWaitForMoreThanAnHour() {
    Verdict.Again again =
        again(new Outcome.Retry(Fault.RATE_LIMITED, "429", Duration.ofDays(3)), claim(1, 0, false));

    assertThat(again.blockedUntil()).isEqualTo(NOW.plus(Duration.ofHours(1)));
  }

  @Test
  void aFaultWithoutATimeHoldsBackNothingElse() {
    Verdict.Again again =
        again(new Outcome.Retry(Fault.SERVER_ERROR, "500", null), claim(3, 0, false));

    assertThat(again.blockedUntil()).isNull();
    assertThat(again.dueAt()).isBetween(NOW, NOW.plusSeconds(4));
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      names = {"UNAUTHORIZED", "FORBIDDEN", "NOT_FOUND", "GONE", "REDIRECTED", "REFUSED"})
  void aWrongSettingIsNotTriedAgain(Fault fault) {
    assertThat(judged(new Outcome.Refused(fault, "no"), claim(1, 0, false)))
        .isEqualTo(new Verdict.Dead(fault, "no"));
  }

  @Test
  void aFormThatIsRefusedIsFollowedByThePlainOneAtOnce() {
    Verdict.Again again =
        again(new Outcome.Refused(Fault.MALFORMED, "invalid_blocks"), claim(1, 0, false));

    assertThat(again.plain()).isTrue();
    assertThat(again.dueAt()).isEqualTo(NOW);
    assertThat(judged(new Outcome.Refused(Fault.MALFORMED, "no_text"), claim(2, 0, true)))
        .isInstanceOf(Verdict.Dead.class);
  }

  @Test
  void pausesGrowToTheLongestAndNeverBeyond() {
    for (int attempts = 1; attempts < 80; attempts++) {
      Duration most = Duration.ofSeconds(Math.min(300, 1L << Math.min(attempts - 1, 40)));

      assertThat(BACKOFF.after(attempts)).isBetween(Duration.ZERO, most);
    }
  }

  @Test
  void pausesAreSpreadOverTheirWholeRange() {
    List<Duration> pauses = IntStream.range(0, 500).mapToObj(n -> BACKOFF.after(9)).toList();

    assertThat(pauses).anyMatch(pause -> pause.toSeconds() < 30);
    assertThat(pauses).anyMatch(pause -> pause.toSeconds() > 220);
  }

  @Test
  void whatIsTakenLaterIsTriedAfterMinutesAndHoldsBackNothingElse() {
    Outcome greylisted = new Outcome.Retry(Fault.DEFERRED, "450 greylisted", null);
    Instant third = NOW;
    for (int attempts = 1; attempts <= 3; attempts++) {
      Verdict.Again again = again(greylisted, claim(attempts, 0, false));
      assertThat(again.blockedUntil()).isNull();
      third = third.plus(Duration.between(NOW, again.dueAt()));
    }

    assertThat(again(greylisted, claim(1, 0, false)).dueAt())
        .isBetween(NOW.plusSeconds(60), NOW.plusSeconds(72));
    assertThat(third).isBetween(NOW.plus(Duration.ofMinutes(7)), NOW.plus(Duration.ofMinutes(9)));
    assertThat(again(greylisted, claim(40, 0, false)).dueAt())
        .isBetween(NOW.plus(Duration.ofMinutes(15)), NOW.plus(Duration.ofMinutes(18)));
  }

  private static Verdict.Again again(Outcome outcome, Claim claim) {
    return (Verdict.Again) judged(outcome, claim);
  }

  private static Verdict judged(Outcome outcome, Claim claim) {
    return Verdict.of(outcome, claim, Receiver.Repeats.MARKED, NOW, BACKOFF);
  }

  private static Claim claim(int attempts, int unknown, boolean plain) {
    return new Claim(
        new UUID(1, 1),
        "slack",
        9,
        List.of(
            new Owed(
                9, 1, Reason.OPENED, Reason.Notice.MESSAGE, NOW, attempts, unknown, null, null)),
        Trouble.crashLoop().view(),
        List.of(),
        new Conversation("title", Severity.HIGH, null),
        false,
        plain,
        Set.of(),
        null);
  }
}
