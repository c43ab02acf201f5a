package io.stormdrain.notifier.delivery;

import static io.stormdrain.notifier.delivery.DeliveryState.SENT;
import static io.stormdrain.notifier.delivery.DeliveryState.SUPERSEDED;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.stormdrain.notifier.TestClock;
import io.stormdrain.notifier.TestDatabase;
import io.stormdrain.notifier.incident.Reason;
import io.stormdrain.notifier.message.Composer;
import io.stormdrain.notifier.message.Links;
import io.stormdrain.notifier.message.Message;
import io.stormdrain.notifier.message.Trouble;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Several couriers, and couriers that are killed. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
final class LeaseTest {

  private static final Duration GROUP = Duration.ofMillis(300);
  private static final Duration LEASE = Duration.ofSeconds(30);
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final TestClock clock = new TestClock();
  private final FakeReceiver poster = FakeReceiver.poster("poster");
  private final FakeReceiver mailbox =
      new FakeReceiver("mailbox", false, Receiver.Repeats.ABSORBED);
  private final FakeReceiver editor = new FakeReceiver("editor", true, Receiver.Repeats.MARKED);

  @BeforeEach
  void clear() {
    PostOffice.clear();
  }

  @Test
  void whatWasSentBeforeItsCourierWasKilledIsRepeatedOnceAndSaysSo() throws Exception {
    PostOffice office = new PostOffice(clock, Map.of(), poster);
    office.breaks("shop");
    clock.pass(GROUP);
    sendWithoutSettling(office, poster);
    office.deliverAfter(LEASE.minusMillis(1));

    assertThat(poster.told()).hasSize(1);

    office.deliverAfter(Duration.ofMillis(1));
    office.deliverAfter(MINUTE);

    assertThat(poster.messages()).extracting(Message::possibleRepeat).containsExactly(false, true);
    assertThat(poster.told())
        .extracting(Telling::delivery)
        .containsOnly(office.ledger().getFirst().id());
    assertThat(office.states()).containsExactly(SENT);
    office.accounts();
  }

  @Test
  void aMailboxIsToldTheSameOnceMoreBeforeItIsToldWhatCameAfter() throws Exception {
    PostOffice office = new PostOffice(clock, Map.of(), mailbox);
    office.breaks("shop");
    clock.pass(GROUP);
    sendWithoutSettling(office, mailbox);
    office.mends("shop");
    office.deliverAfter(LEASE);

    List<Long> ids = office.ledger().stream().map(DeliveryView::id).toList();
    assertThat(mailbox.told())
        .extracting(Telling::delivery)
        .containsExactly(ids.getFirst(), ids.getFirst(), ids.getLast());
    assertThat(mailbox.messages()).noneMatch(Message::possibleRepeat);
    assertThat(mailbox.messages().get(1).headline())
        .isEqualTo(mailbox.messages().getFirst().headline());
    assertThat(office.states()).containsExactly(SENT, SENT);
  }

  @Test
  void aRepeatTakesAlongWhatCameAfterWhereBothAreShown() throws Exception {
    PostOffice office = new PostOffice(clock, Map.of(), poster);
    office.breaks("shop");
    clock.pass(GROUP);
    sendWithoutSettling(office, poster);
    office.mends("shop");
    office.deliverAfter(LEASE);

    assertThat(poster.told()).hasSize(2);
    assertThat(office.states()).containsExactly(SUPERSEDED, SENT);
  }

  @Test
  void whoHasLostTheLeaseMaySettleNothing() throws Exception {
    PostOffice office = new PostOffice(clock, Map.of(), poster);
    office.breaks("shop");
    clock.pass(GROUP);
    Claim lost = claims(office, poster).getFirst();
    office.deliverAfter(LEASE);
    Verdict late = new Verdict.Dead(Fault.GONE, "too late");

    Settlements.Settled settled =
        QuarkusTransaction.requiringNew()
            .call(() -> office.settlements.settle(lost, late, clock.instant()));

    assertThat(settled.rows()).isEmpty();
    assertThat(office.states()).containsExactly(SENT);
  }

  @Test
  void whatOneHasClaimedTheOtherLeavesAlone() {
    PostOffice office = new PostOffice(clock, Map.of(), poster);
    office.breaks("shop");
    clock.pass(GROUP);

    assertThat(claims(office, poster)).hasSize(1);
    assertThat(claims(office, poster)).isEmpty();
  }

  @Test
  void whileOneIsClaimedWhatCameAfterWaits() {
    PostOffice office = new PostOffice(clock, Map.of(), poster);
    office.breaks("shop");
    clock.pass(GROUP);
    claims(office, poster);
    office.mends("shop");

    assertThat(claims(office, poster)).isEmpty();
  }

  @Test
  void twoCouriersAtOnceTellEverythingOnce() throws Exception {
    PostOffice one = new PostOffice(clock, Map.of(), poster, editor);
    PostOffice two = new PostOffice(clock, Map.of(), poster, editor);
    IntStream.range(0, 40).forEach(n -> one.breaks("app-" + n));
    IntStream.range(0, 40).forEach(n -> one.breaksFurther("app-" + n, "step 2"));
    clock.pass(MINUTE);
    CountDownLatch start = new CountDownLatch(1);
    List<Thread> couriers =
        List.of(one, two).stream()
            .map(office -> Thread.ofVirtual().start(() -> deliver(office, start)))
            .toList();
    start.countDown();
    for (Thread courier : couriers) {
      courier.join();
    }

    assertThat(apps(poster)).hasSize(40).doesNotHaveDuplicates();
    assertThat(apps(editor)).hasSize(40).doesNotHaveDuplicates();
    assertThat(one.states()).filteredOn(SENT::equals).hasSize(80);
    assertThat(one.states()).filteredOn(SUPERSEDED::equals).hasSize(40);
  }

  @Test
  void theFirstMessageOfAConversationIsRememberedOverARestart() throws Exception {
    PostOffice office = new PostOffice(clock, Map.of(), editor);
    office.breaks("shop");
    office.deliverAfter(GROUP);
    PostOffice restarted = new PostOffice(clock, Map.of(), editor);
    restarted.mends("shop");
    restarted.deliverAfter(MINUTE);

    Telling end = editor.told().getLast();
    assertThat(end.conversation().reference()).isEqualTo("editor-1");
    assertThat(end.form()).isEqualTo(Reason.Notice.MESSAGE);
  }

  private static void deliver(PostOffice office, CountDownLatch start) {
    try {
      start.await();
      office.deliver();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private List<Claim> claims(PostOffice office, Receiver receiver) {
    return QuarkusTransaction.requiringNew()
        .call(() -> office.claims.take(receiver, 10, clock.instant()).claims());
  }

  /** What a courier does that is killed after the receiver has it. */
  private void sendWithoutSettling(PostOffice office, FakeReceiver receiver) {
    Composer composer = new Composer(() -> Trouble.RULES, Links.NONE);
    for (Claim claim : claims(office, receiver)) {
      receiver.tell(
          new Telling(
              claim.carrier(),
              composer.compose(claim.view(), claim.occasion(receiver.repeats(), Instant.EPOCH)),
              claim.form(),
              claim.conversation(),
              false));
    }
  }

  private static List<String> apps(FakeReceiver receiver) {
    return receiver.messages().stream().map(m -> m.where().app()).toList();
  }
}
