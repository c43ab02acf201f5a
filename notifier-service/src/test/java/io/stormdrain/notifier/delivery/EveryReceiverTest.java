package io.stormdrain.notifier.delivery;

import static io.stormdrain.notifier.delivery.DeliveryState.DEAD;
import static io.stormdrain.notifier.delivery.DeliveryState.RETRY;
import static io.stormdrain.notifier.delivery.DeliveryState.SENT;
import static io.stormdrain.notifier.delivery.DeliveryState.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.stormdrain.notifier.TestDatabase;
import io.stormdrain.notifier.outgoing.ScriptedHttp.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whatever the other end of any receiver does, through all of delivery: how often it is tried and
 * when, what becomes of it, what ledger and metrics say of it; and that no secret is told by any of
 * them, nor by the log or the database (see {@link Trial}).
 */
@QuarkusTest
@WithTestResource(TestDatabase.class)
final class EveryReceiverTest {

  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration DAY = Duration.ofDays(1);
  private static final int HUGE = 3_000_000;

  /** Without a word of the receiver's own. */
  private static final Duration UNSAID = Duration.ofSeconds(10);

  @AfterAll
  static void clear() {
    PostOffice.clear();
  }

  @ParameterizedTest
  @EnumSource
  void whatIsTakenIsTriedOnce(AnyReceiver kind) throws Exception {
    try (Trial trial = new Trial(kind)) {
      trial.goes().goesAfter(HOUR).is(SENT, 1).heard(1).counts("delivered", 1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aSlowAnswerIsWaitedFor(AnyReceiver kind) throws Exception {
    try (Trial trial = new Trial(kind)) {
      trial.http.usually(request -> {
        LockSupport.parkNanos(Duration.ofMillis(300).toNanos());
        return new Reply.Answer(200, Map.of(), kind.taken());
      });
      trial.goes().goesAfter(HOUR).is(SENT, 1).heard(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aHugeAnswerDoesNoHarm(AnyReceiver kind) throws Exception {
    try (Trial trial = new Trial(kind)) {
      trial.answers(new Reply.Answer(200, Map.of(), kind.taken() + " ".repeat(HUGE)));
      trial.goes().goesAfter(MINUTE);

      assertThat(trial.delivery().state()).as("%s", trial).isEqualTo(SENT);
      assertThat(trial.http.requests()).hasSize(trial.delivery().attempts());
    }
  }

  @ParameterizedTest
  @EnumSource
  void aWrongSettingIsTriedOnceAndNeverAgain(AnyReceiver kind) throws Exception {
    Map<Integer, Fault> faults =
        Map.of(
            302, Fault.REDIRECTED,
            401, Fault.UNAUTHORIZED,
            403, Fault.FORBIDDEN,
            404, Fault.NOT_FOUND,
            410, Fault.GONE);
    for (Map.Entry<Integer, Fault> one : faults.entrySet()) {
      try (Trial trial = new Trial(kind)) {
        trial.answers(answer(one.getKey())).goes().goesAfter(HOUR).goesAfter(DAY);
        trial.is(DEAD, 1).heard(1).because(one.getValue()).counts(word(one.getValue()), 1);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void aFormThatIsRefusedIsPutPlainlyAtOnceAndOnce(AnyReceiver kind) throws Exception {
    for (int status : List.of(400, 413)) {
      try (Trial trial = new Trial(kind)) {
        trial.answers(answer(status)).goes();
        trial.is(SENT, 2).heard(2).counts("malformed", 1);
      }
      try (Trial trial = new Trial(kind)) {
        trial.answers(answer(status), answer(status)).goes().goesAfter(DAY);
        trial.is(DEAD, 2).heard(2).because(Fault.MALFORMED).counts("malformed", 2);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void theTimeThatIsAskedForIsGivenToTheMillisecond(AnyReceiver kind) throws Exception {
    for (int seconds : List.of(1, 30, 600)) {
      limited(kind, Map.of("Retry-After", Integer.toString(seconds)), Duration.ofSeconds(seconds));
    }
    limited(kind, Map.of(), UNSAID);
    limited(kind, Map.of("Retry-After", "soon"), UNSAID);
  }

  private static void limited(AnyReceiver kind, Map<String, String> headers, Duration asked)
      throws Exception {
    try (Trial trial = new Trial(kind)) {
      trial.answers(new Reply.Answer(429, headers, "")).goes();
      Instant free = trial.clock.instant().plus(asked);

      trial.is(RETRY, 1).because(Fault.RATE_LIMITED);
      assertThat(trial.delivery().dueAt()).isBetween(free, free.plus(SECOND));

      trial.goesAfter(asked.minusMillis(1)).is(RETRY, 1).heard(1);
      trial.goesAfter(SECOND.plusMillis(1)).is(SENT, 2).heard(2).counts("rate_limited", 1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void troubleOfTheOtherEndIsTriedAgainWithinASecondAndPauses(AnyReceiver kind) throws Exception {
    for (int status : List.of(500, 502)) {
      try (Trial trial = new Trial(kind)) {
        trial.answers(answer(status), answer(status)).goes();
        Instant failed = trial.clock.instant();

        trial.is(RETRY, 1).because(Fault.SERVER_ERROR);
        assertThat(trial.delivery().dueAt()).isBetween(failed, failed.plus(SECOND));

        trial.goesAfter(SECOND);
        trial.is(RETRY, 2).goesAfter(SECOND.multipliedBy(2)).is(SENT, 3).heard(3);
        trial.counts("server_error", 2);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void whereNobodyListensNothingHasArrivedAndAfterADayItIsGivenUp(AnyReceiver kind)
      throws Exception {
    try (Trial trial = new Trial(kind)) {
      trial.http.close();
      trial.goes().is(RETRY, 1).because(Fault.UNREACHABLE).goesAfter(DAY);
      trial.is(DEAD, 2).because(Fault.EXPIRED).counts("unreachable", 2).goesAfter(DAY).is(DEAD, 2);
    }
  }

  @ParameterizedTest
  @EnumSource
  void whoCannotProveWhoItIsIsToldNothing(AnyReceiver kind) throws Exception {
    try (Trial trial = Trial.byAnImpostor(kind)) {
      trial.goes().is(RETRY, 1).because(Fault.UNREACHABLE).heard(0).counts("unreachable", 1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatMayHaveArrivedIsToldOnceMoreAndIsKnownForIt(AnyReceiver kind) throws Exception {
    Map<Reply, Fault> faults =
        Map.of(
            new Reply.HangUp(), Fault.CONNECTION_LOST,
            new Reply.Silence(), Fault.NO_ANSWER);
    for (Map.Entry<Reply, Fault> one : faults.entrySet()) {
      try (Trial trial = new Trial(kind)) {
        trial.answers(one.getKey()).goes();
        trial.is(UNKNOWN, 1).heard(1).because(one.getValue());
        trial.goesAfter(MINUTE).goesAfter(HOUR).is(SENT, 2).heard(2).maybeRepeats();
        trial.counts(word(one.getValue()), 1);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void aConnectionThatIsLostBeforeAWordCostsNoMessage(AnyReceiver kind) throws Exception {
    try (Trial trial = new Trial(kind)) {
      trial.http.slams();
      trial.goes();
      assertThat(trial.delivery().state()).as("%s", trial).isIn(RETRY, UNKNOWN);

      trial.goesAfter(MINUTE).is(SENT, 2).heard(1);
    }
  }

  private static Reply answer(int status) {
    return new Reply.Answer(status, Map.of(), "no");
  }

  private static String word(Fault fault) {
    return fault.name().toLowerCase(Locale.ROOT);
  }
}
