package io.stormdrain.notifier.email;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.stormdrain.notifier.NotifierConfig.Tls;
import io.stormdrain.notifier.Secret;
import io.stormdrain.notifier.delivery.Conversation;
import io.stormdrain.notifier.delivery.Fault;
import io.stormdrain.notifier.delivery.Outcome;
import io.stormdrain.notifier.delivery.Telling;
import io.stormdrain.notifier.incident.Reason;
import io.stormdrain.notifier.message.Message;
import io.stormdrain.notifier.message.Notice;
import io.stormdrain.notifier.message.Trouble;
import io.stormdrain.notifier.threshold.Severity;
import io.vertx.core.Vertx;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Mail to a real server, and what people's mail programs get to see of it. */
@Timeout(60)
final class MailReceiverTest {

  private static final Vertx VERTX = Vertx.vertx();
  private static final Conversation FIRST =
      new Conversation("web.1 crashed – «été»", Severity.HIGH, null);

  private final GreenMail server =
      new GreenMail(
          new ServerSetup[] {
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS)
          });

  @BeforeEach
  void start() {
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  @AfterAll
  static void stopVertx() {
    VERTX.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void everybodyGetsTheMailAsTextAndAsHtml() throws Exception {
    assertThat(plain(null, null).tell(telling(7, Trouble.crashLoop().message(Notice.OPENED))))
        .isInstanceOf(Outcome.Delivered.class);

    MimeMessage[] mails = server.getReceivedMessages();
    assertThat(mails).hasSize(2);
    MimeMultipart parts = (MimeMultipart) mails[0].getContent();
    assertThat(parts.getContentType()).startsWith("multipart/alternative");
    assertThat(body(parts, 0))
        .contains("Critical: web.1 cannot start")
        .contains("beautifulsoup4  # bs4");
    assertThat(body(parts, 1)).contains("<b>What to do</b>").contains("beautifulsoup4  # bs4");
  }

  @Test
  void theHeadersAreOursAndOnlyOnce() throws Exception {
    Message message = Trouble.crashLoop().message(Notice.OPENED);
    plain(null, null).tell(telling(7, message));

    MimeMessage mail = server.getReceivedMessages()[0];
    assertThat(mail.getHeader("Message-ID")).containsExactly("<dlv-7@example.org>");
    assertThat(mail.getHeader("References"))
        .containsExactly("<inc-" + message.incident() + "@example.org>");
    assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    assertThat(mail.getHeader("Date")).hasSize(1);
    assertThat(mail.getFrom()[0]).hasToString("Stormdrain <alerts@example.org>");
    assertThat(mail.getSubject()).isEqualTo("[high] shop: web.1 crashed – «été» (INC-17)");
  }

  @Test
  void aRepeatHasTheSameIdAndTheNextNoticeItsOwn() throws Exception {
    Trouble trouble = Trouble.crashLoop();
    MailReceiver receiver = plain(null, null);
    receiver.tell(telling(7, trouble.message(Notice.OPENED)));
    receiver.tell(telling(7, trouble.message(Notice.OPENED)));
    trouble.sees("process.up", "web.1", null, Map.of(), "up").after(Duration.ofMinutes(9));
    receiver.tell(telling(8, trouble.message(Notice.RESOLVED)));

    List<String> ids =
        List.of(server.getReceivedMessages()).stream()
            .map(MailReceiverTest::id)
            .distinct()
            .toList();
    assertThat(ids).containsExactly("<dlv-7@example.org>", "<dlv-8@example.org>");
    assertThat(
            List.of(server.getReceivedMessages()).stream()
                .map(MailReceiverTest::subject)
                .distinct())
        .hasSize(1);
  }

  @Test
  void logsInWhereAUserIsSet() {
    server.setUser("ann@example.org", "ann", "right");

    assertThat(plain("ann", "right").tell(telling(7, Trouble.crashLoop().message(Notice.OPENED))))
        .isInstanceOf(Outcome.Delivered.class);
  }

  @Test
  void aWrongPasswordIsAWrongSetting() {
    server.setUser("ann@example.org", "ann", "right");

    assertThat(plain("ann", "wrong").tell(telling(7, Trouble.crashLoop().message(Notice.OPENED))))
        .isInstanceOfSatisfying(
            Outcome.Refused.class,
            refused -> {
              assertThat(refused.fault()).isEqualTo(Fault.UNAUTHORIZED);
              assertThat(refused.detail()).doesNotContain("wrong");
            });
  }

  @Test
  void aServerWhoseCertificateNobodyVouchesForGetsNoMail() {
    MailReceiver receiver = receiver(server.getSmtps().getPort(), Tls.TLS, null, null);

    assertThat(receiver.tell(telling(7, Trouble.crashLoop().message(Notice.OPENED))))
        .isInstanceOfSatisfying(
            Outcome.Retry.class, retry -> assertThat(retry.fault()).isEqualTo(Fault.UNREACHABLE));
    assertThat(server.getReceivedMessages()).isEmpty();
  }

  private MailReceiver plain(@Nullable String user, @Nullable String password) {
    return receiver(server.getSmtp().getPort(), Tls.NONE, user, password);
  }

  private static MailReceiver receiver(
      int port, Tls tls, @Nullable String user, @Nullable String password) {
    return new MailReceiver(
        "email",
        new MailSettings(
            "127.0.0.1",
            port,
            user,
            password == null ? null : Secret.of(password),
            tls,
            "Stormdrain <alerts@example.org>",
            List.of("ann@example.org", "bob@example.org"),
            Duration.ofSeconds(10)),
        VERTX,
        InstantSource.system());
  }

  private static Telling telling(long delivery, Message message) {
    return new Telling(delivery, message, Reason.Notice.MESSAGE, FIRST, false);
  }

  private static String body(MimeMultipart parts, int index)
      throws MessagingException, IOException {
    return String.valueOf(parts.getBodyPart(index).getContent());
  }

  private static String id(MimeMessage mail) {
    try {
      return mail.getMessageID();
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String subject(MimeMessage mail) {
    try {
      return mail.getSubject();
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }
}
