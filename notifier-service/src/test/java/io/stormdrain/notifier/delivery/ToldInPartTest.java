package io.stormdrain.notifier.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.stormdrain.notifier.TestClock;
import io.stormdrain.notifier.TestDatabase;
import io.stormdrain.notifier.email.MailEntry;
import io.stormdrain.notifier.email.ScriptedSmtp;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Several people behind one receiver of whom a mail server takes only some at first. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
final class ToldInPartTest {

  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final String ANN = "ann@example.org";
  private static final String BOB = "bob@example.org";
  private static final String GREYLISTED = "450 4.7.1 greylisted, come back in 5 minutes";
  private static final String NOBODY = "550 5.1.1 no such user";

  private final TestClock clock = new TestClock();
  private final ScriptedSmtp smtp = new ScriptedSmtp();
  private final FakeReceiver other = FakeReceiver.poster("other");
  private final PostOffice office = new PostOffice(clock, Map.of(), mail(), other);

  ToldInPartTest() throws IOException {}

  @BeforeEach
  void clear() {
    PostOffice.clear();
  }

  @AfterEach
  void end() {
    office.accounts();
    smtp.close();
    PostOffice.clear();
  }

  @Test
  void whoIsGreylistedHasTheMailWhenTheTimeIsOverAndNobodyHasItTwice() throws Exception {
    smtp.answersTo(BOB, GREYLISTED);
    office.breaks("shop");
    office.deliverAfter(MINUTE);

    assertThat(mailsTo(ANN)).hasSize(1);
    assertThat(first().state()).isEqualTo(DeliveryState.RETRY);
    assertThat(first().fault()).isEqualTo(Fault.DEFERRED);
    assertThat(missing()).extracting(Missing.One::who).containsExactly(BOB);
    assertThat(state("real")).isEqualTo(Standing.Word.OK);

    for (int minute = 1; minute < 5; minute++) {
      office.deliverAfter(MINUTE);
    }
    smtp.accepts();
    for (int minute = 5; minute < 10; minute++) {
      office.deliverAfter(MINUTE);
    }

    assertThat(mailsTo(ANN)).hasSize(1);
    assertThat(mailsTo(BOB)).hasSize(1);
    assertThat(first().state()).isEqualTo(DeliveryState.SENT);
    assertThat(first().missing()).isNull();
    assertThat(first().attempts()).isBetween(3, 4);
  }

  @Test
  void whoIsPutOffKeepsNobodyFromTheEndAndLearnsOfItToo() throws Exception {
    smtp.answersTo(BOB, GREYLISTED);
    office.breaks("shop");
    office.deliverAfter(MINUTE);
    office.mends("shop");
    office.deliverAfter(Duration.ofSeconds(1));

    assertThat(mailsTo(ANN)).hasSize(2);
    assertThat(mailsTo(ANN).getLast().text()).contains("X-Stormdrain-State: resolved");

    smtp.accepts();
    office.deliverAfter(Duration.ofMinutes(30));

    assertThat(mailsTo(ANN)).hasSize(2);
    assertThat(mailsTo(BOB))
        .singleElement()
        .satisfies(mail -> assertThat(mail.text()).contains("X-Stormdrain-State: resolved"));
    assertThat(ours()).noneMatch(one -> one.state().isWaiting());
  }

  @Test
  void anAddressThatIsRefusedIsShownAndTriedAgainOnlyWithTheNextMail() throws Exception {
    smtp.answersTo(BOB, NOBODY);
    office.breaks("shop");
    office.deliverAfter(MINUTE);
    office.deliverAfter(Duration.ofHours(1));

    assertThat(smtp.mails()).hasSize(1);
    assertThat(first().state()).isEqualTo(DeliveryState.SENT);
    assertThat(missing())
        .singleElement()
        .satisfies(one -> {
          assertThat(one.who()).isEqualTo(BOB);
          assertThat(one.fault()).isEqualTo(Fault.NOT_FOUND);
          assertThat(one.detail()).contains("no such user");
        });
    assertThat(state("real")).isEqualTo(Standing.Word.OK);

    smtp.accepts();
    office.mends("shop");
    office.deliverAfter(MINUTE);

    assertThat(mailsTo(BOB)).hasSize(1);
    assertThat(ours().getLast().missing()).isNull();
  }

  @Test
  void whoIsPutOffAndThenRefusedIsNoReasonToTellTheOthersAgain() throws Exception {
    smtp.answersTo(BOB, GREYLISTED);
    office.breaks("shop");
    office.deliverAfter(MINUTE);
    smtp.answersTo(BOB, NOBODY);
    office.deliverAfter(Duration.ofMinutes(2));

    assertThat(smtp.mails()).hasSize(1);
    assertThat(first().state()).isEqualTo(DeliveryState.SENT);
    assertThat(missing()).extracting(Missing.One::fault).containsExactly(Fault.NOT_FOUND);
  }

  @Test
  void whoIsPutOffForADayIsADeadLetterThatIsReplayedToNobodyElse() throws Exception {
    smtp.answersTo(BOB, GREYLISTED);
    office.breaks("shop");
    office.deliverAfter(MINUTE);
    office.deliverAfter(Duration.ofHours(25));

    assertThat(first().state()).isEqualTo(DeliveryState.DEAD);
    assertThat(first().fault()).isEqualTo(Fault.EXPIRED);

    smtp.accepts();
    QuarkusTransaction.requiringNew().run(() -> office.replay.replay(first().id(), "ann"));
    office.deliverAfter(MINUTE);

    assertThat(mailsTo(ANN)).hasSize(1);
    assertThat(mailsTo(BOB)).hasSize(1);
    assertThat(first().state()).isEqualTo(DeliveryState.SENT);
    office.registry.clear();
    PostOffice.clear();
  }

  @Test
  void theLossOfTheConnectionToOneWhoIsAskedForAloneDoublesNobody() throws Exception {
    smtp.answersTo(BOB, GREYLISTED);
    office.breaks("shop");
    office.deliverAfter(MINUTE);
    smtp.accepts();
    smtp.hangsUp();
    office.deliverAfter(Duration.ofMinutes(2));
    smtp.accepts();
    office.deliverAfter(Duration.ofMinutes(10));

    assertThat(mailsTo(ANN)).hasSize(1);
    assertThat(mailsTo(BOB)).hasSize(2);
    assertThat(mailsTo(BOB).stream().map(ToldInPartTest::id).distinct()).hasSize(1);
  }

  private Receiver mail() {
    Map<String, String> settings =
        Map.of(
            "stormdrain.notifier.mail.host", "127.0.0.1",
            "stormdrain.notifier.mail.port", Integer.toString(smtp.port()),
            "stormdrain.notifier.mail.tls", "none",
            "stormdrain.notifier.mail.from", "alerts@example.org",
            "stormdrain.notifier.mail.timeout", "5s");
    return RealReceiver.of(new MailEntry(List.of("Ann <" + ANN + ">", BOB)), settings, clock);
  }

  private List<ScriptedSmtp.Mail> mailsTo(String address) {
    return smtp.mails().stream().filter(mail -> mail.to().contains(address)).toList();
  }

  private List<DeliveryView> ours() {
    return office.ledger().stream().filter(one -> one.receiver().equals("real")).toList();
  }

  private DeliveryView first() {
    return ours().getFirst();
  }

  private List<Missing.One> missing() {
    Missing missing = first().missing();
    return missing == null ? List.of() : missing.all();
  }

  private static List<String> id(ScriptedSmtp.Mail mail) {
    return mail.text().lines().filter(line -> line.startsWith("Message-ID")).toList();
  }

  private Standing.Word state(String receiver) {
    office.watch.look(clock.instant());
    return office.watch.latest().getOrDefault(receiver, Standing.GOOD).word(clock.instant());
  }
}
