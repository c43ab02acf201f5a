package io.stormdrain.notifier.email;

import static org.assertj.core.api.Assertions.assertThat;

import io.stormdrain.notifier.NotifierConfig.Tls;
import io.stormdrain.notifier.delivery.Counterpart;
import io.stormdrain.notifier.delivery.Fault;
import io.stormdrain.notifier.delivery.Outcome;
import io.stormdrain.notifier.delivery.Receiver;
import io.stormdrain.notifier.delivery.ReceiverSuite;
import io.stormdrain.notifier.delivery.Telling;
import io.stormdrain.notifier.message.Notice;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mail to a server that does all that servers do. */
final class MailReceiverFaultsTest extends ReceiverSuite {

  private static final Vertx VERTX = Vertx.vertx();

  private final ScriptedSmtp smtp = new ScriptedSmtp();

  MailReceiverFaultsTest() throws IOException {}

  @AfterAll
  static void stopVertx() {
    VERTX.close().toCompletionStage().toCompletableFuture().join();
  }

  @Override
  protected Counterpart counterpart() {
    return smtp;
  }

  @Override
  protected Receiver receiver(Counterpart to) {
    return receiver(Tls.NONE, List.of("a@example.org"));
  }

  @Test
  void aConnectionThatIsLostBeforeTheMailWasSentIsTriedAgainAsWell() {
    smtp.answers("MAIL", "hang up");

    assertThat(tell()).isInstanceOf(Outcome.Unknown.class);
    assertThat(smtp.received()).isZero();
  }

  @Test
  void oneAddressThatIsRefusedDoesNotKeepTheOthersFromTheirMail() {
    receiver = receiver(Tls.NONE, List.of("Ann <a@example.org>", "b@example.org"));
    smtp.answersTo("a@example.org", "550 5.1.1 no such user");

    Outcome.Partly partly = (Outcome.Partly) tell();

    assertThat(partly.missing())
        .hasEntrySatisfying(
            "a@example.org",
            missed -> {
              assertThat(missed).isInstanceOf(Outcome.Refused.class);
              assertThat(missed.fault()).isEqualTo(Fault.NOT_FOUND);
              assertThat(missed.detail()).contains("no such user");
            })
        .hasSize(1);
    assertThat(smtp.mails())
        .extracting(ScriptedSmtp.Mail::to)
        .containsExactly(List.of("b@example.org"));
  }

  @Test
  void whoIsPutOffGetsTheSameMailLaterAndNobodyElseDoes() {
    receiver = receiver(Tls.NONE, List.of("Ann <a@example.org>", "b@example.org", "c@example.org"));
    smtp.answersTo("a@example.org", "450 4.2.0 greylisted, come back later");

    Outcome.Partly partly = (Outcome.Partly) tell();
    smtp.accepts();
    Outcome later = receiver.tell(telling(partly.missing().keySet()));

    assertThat(partly.missing().values())
        .extracting(Outcome.Missed::fault)
        .containsExactly(Fault.DEFERRED);
    assertThat(later).isInstanceOf(Outcome.Delivered.class);
    assertThat(smtp.mails())
        .extracting(ScriptedSmtp.Mail::to)
        .containsExactly(List.of("b@example.org", "c@example.org"), List.of("a@example.org"));
    assertThat(smtp.mails())
        .allSatisfy(mail -> assertThat(mail.text()).contains("Message-ID: <dlv-42@example.org>"));
  }

  @Test
  void whoIsNoLongerAmongTheAddressesIsNotToldLater() {
    assertThat(receiver.tell(telling(Set.of("gone@example.org"))))
        .isInstanceOf(Outcome.Delivered.class);
    assertThat(smtp.mails()).isEmpty();
  }

  @Test
  void whenNobodyIsAcceptedThereIsHopeAsLongAsThereIsForOne() {
    receiver = receiver(Tls.NONE, List.of("a@example.org", "b@example.org"));
    smtp.answersTo("a@example.org", "550 5.1.1 no such user");
    smtp.answersTo("b@example.org", "450 4.2.0 greylisted, come back later");

    assertThat(retry().fault()).isEqualTo(Fault.DEFERRED);

    smtp.answersTo("b@example.org", "550 5.1.1 no such user");

    assertThat(tell()).isInstanceOf(Outcome.Refused.class);
    assertThat(smtp.mails()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "RCPT, 450 4.2.0 <a@example.org>: Recipient address rejected: Greylisted, DEFERRED",
    "RCPT, 450 4.7.1 try again in 300 seconds, DEFERRED",
    "RCPT, 452 4.2.2 mailbox full, DEFERRED",
    "RCPT, 450 4.2.1 receiving mail at a rate that prevents additional messages, DEFERRED",
    "END, 451 4.7.1 Greylisting in action: please come back later, DEFERRED",
    "RCPT, 450 4.7.1 Error: too many recipients from 192.0.2.7, RATE_LIMITED",
    "MAIL, 450 4.7.1 Error: too much mail from 192.0.2.7, RATE_LIMITED",
    "MAIL, 454 Throttling failure: Maximum sending rate exceeded, RATE_LIMITED",
    "MAIL, 452 4.3.1 insufficient system storage, SERVER_ERROR",
    "END, 451 4.3.0 local error in processing, SERVER_ERROR"
  })
  void whatPassesIsOfOneMailboxOrOfAllThatWeSendOrOfTheServer(
      String step, String reply, Fault fault) {
    smtp.answers(step, reply);

    assertThat(retry().fault()).isEqualTo(fault);
  }

  @Test
  void nothingIsSentInTheClearToAServerThatCannotEncrypt() {
    receiver = receiver(Tls.START, List.of("a@example.org"));

    assertThat(tell())
        .isInstanceOfSatisfying(
            Outcome.Refused.class, refused -> assertThat(refused.fault()).isEqualTo(Fault.REFUSED));
    assertThat(smtp.received()).isZero();
  }

  private Outcome.Retry retry() {
    return (Outcome.Retry) tell();
  }

  private static Telling telling(Set<String> only) {
    Telling all = telling(Notice.OPENED, false, null);
    return new Telling(
        all.delivery(), all.message(), all.form(), all.conversation(), all.plain(), only);
  }

  private Receiver receiver(Tls tls, List<String> to) {
    return new MailReceiver(
        "email",
        new MailSettings(
            "127.0.0.1", smtp.port(), null, null, tls, "alerts@example.org", to, LIMIT),
        VERTX,
        InstantSource.system());
  }
}
