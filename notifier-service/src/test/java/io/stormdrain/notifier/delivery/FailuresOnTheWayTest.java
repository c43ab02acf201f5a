package io.stormdrain.notifier.delivery;

import static io.stormdrain.notifier.delivery.DeliveryState.CLAIMED;
import static io.stormdrain.notifier.delivery.DeliveryState.DEAD;
import static io.stormdrain.notifier.delivery.DeliveryState.PENDING;
import static io.stormdrain.notifier.delivery.DeliveryState.SENT;
import static io.stormdrain.notifier.message.Notice.OPENED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.stormdrain.notifier.Secret;
import io.stormdrain.notifier.TestClock;
import io.stormdrain.notifier.TestDatabase;
import io.stormdrain.notifier.message.Message;
import io.stormdrain.notifier.outgoing.ScriptedHttp;
import io.stormdrain.notifier.receiver.ReceiverEntry;
import io.stormdrain.notifier.slack.BotEntry;
import io.stormdrain.notifier.slack.WebhookEntry;
import io.stormdrain.notifier.store.Positions;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Ways in which others have lost alerts or told them twice, from their bug trackers; none of them
 * is ours. Those in which others tell too much are in {@link FailuresOfNoiseTest}.
 */
@QuarkusTest
@WithTestResource(TestDatabase.class)
final class FailuresOnTheWayTest {

  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration LEASE = Duration.ofSeconds(30);

  @Inject EntityManager entities;
  @Inject Positions positions;

  private final TestClock clock = new TestClock();
  private final FakeReceiver poster = FakeReceiver.poster("poster");
  private final FakeReceiver other = FakeReceiver.poster("other");
  private final PostOffice office = new PostOffice(clock, Map.of(), poster, other);

  @BeforeEach
  void clear() {
    PostOffice.clear();
  }

  /** Outbox marked as sent when it was filled. */
  @Test
  void nothingCountsAsSentBeforeTheReceiverHasIt() throws Exception {
    List<DeliveryState> whileTold = new ArrayList<>();
    office.breaks("shop");
    assertThat(office.states()).containsOnly(PENDING);

    poster.meanwhile(() -> whileTold.addAll(office.states()));
    office.deliverAfter(MINUTE);

    assertThat(whileTold).contains(CLAIMED);
    assertThat(office.states()).containsOnly(SENT);
  }

  /** A failure that came as a value counted as success. */
  @Test
  void anAnswerOf200ThatSaysNoIsNoSuccess() throws Exception {
    try (ScriptedHttp slack = new ScriptedHttp()) {
      slack.then(200, "{\"ok\":false,\"error\":\"channel_not_found\"}");
      PostOffice slacking =
          office(new BotEntry(Secret.of("xoxb"), "C1"), "slack.api-url", slack.address("/api/"));
      slacking.breaks("shop");
      slacking.deliverAfter(MINUTE);

      assertThat(slacking.states()).containsExactly(DEAD);
      assertThat(slacking.ledger().getFirst().fault()).isEqualTo(Fault.NOT_FOUND);
    }
  }

  /** A claim that was not renewed while a receiver was slow, so that another instance sent too. */
  @Test
  void whatASlowReceiverIsBeingToldNobodyElseTells() throws Exception {
    PostOffice second = new PostOffice(clock, Map.of(), poster, other);
    CountDownLatch answers = new CountDownLatch(1);
    poster.meanwhile(() -> await(answers));
    office.breaks("shop");
    clock.pass(MINUTE);
    office.round();
    for (int n = 0; n < 4; n++) {
      clock.pass(LEASE.dividedBy(2));
      office.round();
      second.deliver();
    }
    answers.countDown();
    office.awaitQuiet();

    assertThat(poster.told()).hasSize(1);
    assertThat(office.states()).containsOnly(SENT);
  }

  /** What was sent was sent again because that it was could not be written down. */
  @Test
  void aMessageThatArrivedIsNotRepeatedWhenItCannotBeWrittenDownAtOnce() throws Exception {
    refuseTheFirstThatIsSent();
    office.breaks("shop");
    office.deliverAfter(MINUTE);
    office.deliverAfter(MINUTE);
    run("drop trigger once on delivery");

    assertThat(poster.told()).hasSize(1);
    assertThat(other.told()).hasSize(1);
    assertThat(office.states()).containsOnly(SENT);
  }

  /** What was under way before a restart was pending after it, and went out twice in silence. */
  @Test
  void aRestartTakesNothingUpThatMayStillBeUnderWay() throws Exception {
    office.breaks("shop");
    clock.pass(MINUTE);
    QuarkusTransaction.requiringNew().run(() -> office.claims.take(poster, 1, clock.instant()));
    PostOffice restarted = new PostOffice(clock, Map.of(), poster, other);
    restarted.deliver();

    assertThat(poster.told()).isEmpty();

    restarted.deliverAfter(LEASE);

    assertThat(poster.messages()).extracting(Message::possibleRepeat).containsExactly(true);
  }

  /** A wrapper around Slack's webhook tried again by itself after a time-out. */
  @Test
  void aWebhookThatDoesNotAnswerIsAskedOnceAndThenWithAMark() throws Exception {
    try (ScriptedHttp slack = new ScriptedHttp()) {
      slack.then(new ScriptedHttp.Reply.Silence());
      PostOffice slacking =
          office(
              new WebhookEntry(Secret.of(slack.address("/hook").toString())),
              "slack.timeout",
              "500ms");
      slacking.breaks("shop");
      slacking.deliverAfter(Duration.ofSeconds(1));

      assertThat(slack.requests()).hasSize(1);
      assertThat(slack.requests().getFirst().body()).doesNotContain("possible repeat");

      slacking.deliverAfter(MINUTE);

      assertThat(slack.requests()).hasSize(2);
      assertThat(slack.requests().getLast().body()).contains("possible repeat");
    }
  }

  /** The position in the stream was stored before what was to be told. */
  @Test
  void thePositionIsKeptWithWhatIsToBeToldOrNotAtAll() throws Exception {
    TopicPartition partition = new TopicPartition("failures", 0);
    assertThatThrownBy(() ->
            QuarkusTransaction.requiringNew()
                .run(() -> {
                  read(partition);
                  throw new IllegalStateException("killed");
                }))
        .hasMessage("killed");

    assertThat(office.ledger()).isEmpty();
    assertThat(QuarkusTransaction.requiringNew().call(positions::all)).doesNotContainKey(partition);

    QuarkusTransaction.requiringNew().run(() -> read(partition));
    office.deliverAfter(MINUTE);

    assertThat(poster.notices()).containsExactly(OPENED);
  }

  /** What was noted as told before it was kept the next alert from being told. */
  @Test
  void whatReachedNobodySilencesNothingThatComesAfter() throws Exception {
    poster.answers(new Outcome.Refused(Fault.REFUSED, "no"));
    office.breaks("shop");
    office.deliverAfter(MINUTE);
    office.mends("shop");
    office.deliverAfter(Duration.ofHours(2));
    office.breaks("shop");
    office.deliverAfter(MINUTE);

    assertThat(poster.told()).hasSize(3);
    assertThat(poster.told()).extracting(Telling::delivery).doesNotHaveDuplicates();
  }

  /** One of many receivers failed, and all were told again. */
  @Test
  void whoHasItIsNotToldAgainBecauseSomebodyElseHasNot() throws Exception {
    poster.answers(
        new Outcome.Retry(Fault.SERVER_ERROR, "500", null),
        new Outcome.Retry(Fault.SERVER_ERROR, "500", null));
    office.breaks("shop");
    for (int n = 0; n < 4; n++) {
      office.deliverAfter(MINUTE);
    }

    assertThat(poster.messages()).filteredOn(m -> m.where().app().equals("shop")).hasSize(3);
    assertThat(other.messages()).filteredOn(m -> m.where().app().equals("shop")).hasSize(1);
  }

  private void read(TopicPartition partition) {
    positions.lock(partition);
    positions.advance(partition, 7);
    office.take("shop", "build.oom", "step 1");
  }

  private PostOffice office(ReceiverEntry entry, String setting, Object value) {
    Map<String, String> settings = Map.of("stormdrain.notifier." + setting, value.toString());
    return new PostOffice(clock, settings, RealReceiver.of(entry, settings, clock));
  }

  /** A sequence goes on whatever becomes of a transaction. */
  private void refuseTheFirstThatIsSent() {
    run(
        """
        create sequence refusals;
        create function refuse_once() returns trigger language plpgsql as $$
        begin
          if nextval('refusals') = 1 then raise exception 'the disk is full'; end if;
          return new;
        end $$;
        create trigger once before update on delivery for each row when (new.state = 'SENT')
          execute function refuse_once()
        """);
  }

  private void run(String sql) {
    QuarkusTransaction.requiringNew().run(() -> entities.createNativeQuery(sql).executeUpdate());
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
