package io.stormdrain.notifier.email;

import static org.assertj.core.api.Assertions.assertThat;

import io.stormdrain.notifier.NotifierConfig.Tls;
import io.stormdrain.notifier.delivery.Counterpart;
import io.stormdrain.notifier.delivery.Fault;
import io.stormdrain.notifier.delivery.Outcome;
import io.stormdrain.notifier.delivery.Receiver;
import io.stormdrain.notifier.delivery.ReceiverSuite;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

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
    receiver = receiver(Tls.NONE, List.of("a@example.org", "b@example.org"));
    smtp.refusesOnce("RCPT", "550 5.1.1 no such user");

    assertThat(tell()).isInstanceOf(Outcome.Delivered.class);
    assertThat(smtp.received()).isEqualTo(1);
  }

  @Test
  void whenNobodyIsAcceptedTheReasonIsKnown() {
    receiver = receiver(Tls.NONE, List.of("a@example.org", "b@example.org"));
    smtp.answers("RCPT", "450 4.2.0 greylisted, come back later");

    assertThat(tell()).isInstanceOf(Outcome.Retry.class);
  }

  @Test
  void nothingIsSentInTheClearToAServerThatCannotEncrypt() {
    receiver = receiver(Tls.START, List.of("a@example.org"));

    assertThat(tell())
        .isInstanceOfSatisfying(
            Outcome.Refused.class, refused -> assertThat(refused.fault()).isEqualTo(Fault.REFUSED));
    assertThat(smtp.received()).isZero();
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
