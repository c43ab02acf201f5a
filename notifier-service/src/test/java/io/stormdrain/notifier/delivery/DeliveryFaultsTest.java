package io.stormdrain.notifier.delivery;

import static io.stormdrain.notifier.delivery.DeliveryState.DEAD;
import static io.stormdrain.notifier.delivery.DeliveryState.RETRY;
import static io.stormdrain.notifier.delivery.DeliveryState.SENT;
import static io.stormdrain.notifier.delivery.DeliveryState.UNKNOWN;
import static io.stormdrain.notifier.message.Notice.OPENED;
import static io.stormdrain.notifier.message.Notice.OPENED_AND_RESOLVED;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.stormdrain.notifier.TestClock;
import io.stormdrain.notifier.TestDatabase;
import io.stormdrain.notifier.message.Message;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of deliveries whose receiver does not take them. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
final class DeliveryFaultsTest {

  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration HOUR = Duration.ofHours(1);

  private final FakeReceiver poster = FakeReceiver.poster("poster");
  private final FakeReceiver other = FakeReceiver.poster("other");
  private final PostOffice office =
      new PostOffice(
          new TestClock(), Map.of("stormdrain.notifier.delivery.at-a-time", "4"), poster, other);

  @BeforeEach
  void clear() {
    PostOffice.clear();
  }

  @AfterEach
  void accounts() {
    office.accounts();
  }

  @Test
  void aFaultThatPassesIsTriedAgain() throws Exception {
    poster.answers(
        new Outcome.Retry(Fault.SERVER_ERROR, "500", null),
        new Outcome.Retry(Fault.UNREACHABLE, "refused", null));
    office.breaks("shop");
    office.deliverAfter(MINUTE);
    office.deliverAfter(MINUTE);
    office.deliverAfter(MINUTE);

    assertThat(poster.notices()).containsExactly(OPENED, OPENED, OPENED);
    assertThat(poster.messages()).noneMatch(Message::possibleRepeat);
    assertThat(poster.told()).extracting(Telling::delivery).containsOnly(first("poster").id());
    assertThat(first("poster").state()).isEqualTo(SENT);
    assertThat(first("poster").attempts()).isEqualTo(3);
    assertThat(other.told()).hasSize(1);
  }

  @Test
  void retryAfterHoldsBackAllThatGoesToTheReceiverAndNothingElse() throws Exception {
    poster.answers(new Outcome.Retry(Fault.RATE_LIMITED, "429", Duration.ofSeconds(90)));
    office.breaks("shop");
    office.deliverAfter(MINUTE);
    office.breaks("blog");
    office.deliverAfter(Duration.ofSeconds(89));

    assertThat(poster.told()).hasSize(1);
    assertThat(other.told()).hasSize(2);

    office.deliverAfter(Duration.ofSeconds(1));

    assertThat(poster.told()).hasSize(3);
  }

  @Test
  void retryAfterIsHonouredOverARestart() throws Exception {
    poster.answers(new Outcome.Retry(Fault.RATE_LIMITED, "429", Duration.ofSeconds(90)));
    office.breaks("shop");
    office.deliverAfter(MINUTE);
    PostOffice restarted = new PostOffice(office.clock, Map.of(), poster, other);
    office.breaks("blog");
    restarted.deliverAfter(Duration.ofSeconds(89));

    assertThat(poster.told()).hasSize(1);

    restarted.deliverAfter(Duration.ofSeconds(1));

    assertThat(poster.told()).hasSize(3);
    assertThat(restarted.states()).containsOnly(SENT);
    // The one that was restarted counts on where the other stopped.
    office.registry.clear();
    PostOffice.clear();
  }

  @Test
  void aWrongSettingIsTriedOnceAndIsSeen() throws Exception {
    poster.answers(new Outcome.Refused(Fault.NOT_FOUND, "channel_not_found"));
    office.breaks("shop");
    office.deliverAfter(MINUTE);
    office.deliverAfter(HOUR);

    assertThat(poster.told()).hasSize(1);
    assertThat(first("poster").state()).isEqualTo(DEAD);
    assertThat(first("poster").fault()).isEqualTo(Fault.NOT_FOUND);
    assertThat(first("poster").detail()).isEqualTo("channel_not_found");
    assertThat(standing("poster")).isEqualTo(Standing.Word.MISCONFIGURED);
    assertThat(standing("other")).isEqualTo(Standing.Word.OK);
  }

  @Test
  void whoMissedTheBeginningLearnsOfItWithTheEnd() throws Exception {
    poster.answers(new Outcome.Refused(Fault.UNAUTHORIZED, "invalid_auth"));
    office.breaks("shop");
    office.deliverAfter(MINUTE);
    office.mends("shop");
    office.deliverAfter(MINUTE);

    assertThat(poster.notices()).containsExactly(OPENED, OPENED_AND_RESOLVED);
    assertThat(standing("poster")).isEqualTo(Standing.Word.OK);
  }

  @Test
  void aMessageThatIsNotUnderstoodIsPutPlainlyOnce() throws Exception {
    poster.answers(
        new Outcome.Refused(Fault.MALFORMED, "invalid_blocks"),
        new Outcome.Refused(Fault.MALFORMED, "no_text"));
    office.breaks("shop");
    office.deliverAfter(MINUTE);
    office.deliverAfter(HOUR);

    assertThat(poster.told()).extracting(Telling::plain).containsExactly(false, true);
    assertThat(first("poster").state()).isEqualTo(DEAD);
  }

  @Test
  void afterADayItIsGivenUp() throws Exception {
    Outcome away = new Outcome.Retry(Fault.UNREACHABLE, "refused", null);
    for (int n = 0; n < 400; n++) {
      poster.answers(away);
    }
    office.breaks("shop");
    for (int hour = 0; hour < 25; hour++) {
      office.deliverAfter(HOUR);
    }

    assertThat(first("poster").state()).isEqualTo(DEAD);
    assertThat(first("poster").fault()).isEqualTo(Fault.EXPIRED);
    assertThat(poster.told()).hasSizeBetween(20, 26);
  }

  @Test
  void anAnswerThatDoesNotComeMakesAMarkedRepeat() throws Exception {
    poster.answers(new Outcome.Unknown(Fault.NO_ANSWER, "no answer within 10000 ms"));
    office.breaks("shop");
    office.deliverAfter(MINUTE);

    assertThat(first("poster").state()).isEqualTo(UNKNOWN);

    office.deliverAfter(MINUTE);

    assertThat(poster.messages()).extracting(Message::possibleRepeat).containsExactly(false, true);
    assertThat(first("poster").state()).isEqualTo(SENT);
  }

  @Test
  void aReceiverThatNeverAnswersIsNotAskedForEver() throws Exception {
    for (int n = 0; n < 50; n++) {
      poster.answers(new Outcome.Unknown(Fault.NO_ANSWER, "no answer"));
    }
    office.breaks("shop");
    for (int n = 0; n < 50; n++) {
      office.deliverAfter(Duration.ofMinutes(5));
    }

    assertThat(poster.told()).hasSize(Verdict.MOST_UNKNOWN);
    assertThat(first("poster").state()).isEqualTo(DEAD);
  }

  @Test
  void faultsOfOneReceiverLeaveTheOthersAlone() throws Exception {
    poster.answers(new Outcome.Retry(Fault.SERVER_ERROR, "500", HOUR));
    office.breaks("shop");
    office.deliverAfter(MINUTE);

    assertThat(first("poster").state()).isEqualTo(RETRY);
    assertThat(first("other").state()).isEqualTo(SENT);
    assertThat(standing("poster")).isEqualTo(Standing.Word.LIMITED);
  }

  @Test
  void afterFiveAttemptsInVainOneMessageTriesForAll() throws Exception {
    for (int n = 0; n < 9; n++) {
      poster.answers(new Outcome.Retry(Fault.UNREACHABLE, "connection refused", null));
    }
    for (int n = 0; n < 8; n++) {
      office.breaks("shop-" + n);
    }
    office.deliverAfter(MINUTE);

    // Four were under way at a time, so it was eight attempts when the fifth had failed; three of
    // them were on their way by then and count no more.
    assertThat(poster.told()).hasSize(8);

    office.deliverAfter(Duration.ofSeconds(30).minusMillis(1));

    assertThat(poster.told()).hasSize(8);

    office.deliverAfter(Duration.ofMillis(1));

    assertThat(poster.told()).hasSize(9);

    office.deliverAfter(MINUTE);

    assertThat(office.ledger())
        .filteredOn(delivery -> delivery.receiver().equals("poster"))
        .extracting(DeliveryView::state)
        .containsOnly(SENT);
    assertThat(standing("poster")).isEqualTo(Standing.Word.OK);
  }

  @Test
  void whatComesLateSaysSo() throws Exception {
    poster.answers(new Outcome.Retry(Fault.SERVER_ERROR, "503", Duration.ofMinutes(19)));
    office.breaks("shop");
    office.deliverAfter(Duration.ofSeconds(1));
    office.deliverAfter(Duration.ofMinutes(19));

    assertThat(poster.messages().getFirst().remarks()).isEmpty();
    assertThat(poster.messages().getLast().remarks()).containsExactly("delayed 19 min");
  }

  private DeliveryView first(String receiver) {
    return office.ledger().stream()
        .filter(delivery -> delivery.receiver().equals(receiver))
        .findFirst()
        .orElseThrow();
  }

  private Standing.Word standing(String receiver) {
    office.watch.look(office.clock.instant());
    return office.watch.latest().getOrDefault(receiver, Standing.GOOD).word(office.clock.instant());
  }
}
