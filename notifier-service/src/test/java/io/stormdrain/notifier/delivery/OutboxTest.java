package io.stormdrain.notifier.delivery;

import static io.stormdrain.notifier.delivery.DeliveryState.SENT;
import static io.stormdrain.notifier.delivery.DeliveryState.SUPERSEDED;
import static io.stormdrain.notifier.message.Notice.OPENED;
import static io.stormdrain.notifier.message.Notice.OPENED_AND_RESOLVED;
import static io.stormdrain.notifier.message.Notice.REOPENED;
import static io.stormdrain.notifier.message.Notice.RESOLVED;
import static io.stormdrain.notifier.message.Notice.UPDATED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.stormdrain.notifier.TestClock;
import io.stormdrain.notifier.TestDatabase;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is told to whom, and in how many messages. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
final class OutboxTest {

  private static final Duration GROUP = Duration.ofMillis(300);
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final FakeReceiver editor = new FakeReceiver("editor", true, Receiver.Repeats.MARKED);
  private final FakeReceiver poster = FakeReceiver.poster("poster");
  private PostOffice office = new PostOffice(new TestClock(), Map.of(), editor, poster);

  @BeforeEach
  void clear() {
    PostOffice.clear();
  }

  @AfterEach
  void accounts() {
    office.accounts();
  }

  @Test
  void everyReceiverIsToldOnce() throws Exception {
    office.breaks("shop");
    office.deliverAfter(GROUP);
    office.deliverAfter(MINUTE);

    assertThat(editor.notices()).containsExactly(OPENED);
    assertThat(poster.notices()).containsExactly(OPENED);
    assertThat(office.states()).containsExactly(SENT, SENT);
  }

  @Test
  void aFirstMessageWaitsForWhatComesInTheSameBreath() throws Exception {
    office.breaks("shop");
    office.deliverAfter(GROUP.minusMillis(1));

    assertThat(editor.told()).isEmpty();

    office.breaksFurther("shop", "step 2");
    office.deliverAfter(Duration.ofMillis(1));

    assertThat(editor.notices()).containsExactly(OPENED);
    assertThat(editor.messages().getFirst().seen().count()).isEqualTo(2);
    assertThat(office.ledger())
        .filteredOn(delivery -> delivery.receiver().equals("editor"))
        .satisfiesExactly(
            opened -> assertThat(opened.state()).isEqualTo(SUPERSEDED),
            added -> assertThat(added.state()).isEqualTo(SENT))
        .allSatisfy(one -> assertThat(one.toldBy()).isEqualTo(editor.told().getFirst().delivery()));
  }

  @Test
  void onlyWhoCanChangeAMessageLearnsOfChanges() throws Exception {
    office.breaks("shop");
    office.deliverAfter(GROUP);
    office.breaksFurther("shop", "step 2");
    office.deliverAfter(MINUTE);

    assertThat(editor.notices()).containsExactly(OPENED, UPDATED);
    assertThat(editor.told().getLast().conversation().reference()).isEqualTo("editor-1");
    assertThat(poster.notices()).containsExactly(OPENED);
  }

  @Test
  void manyChangesAreOneChange() throws Exception {
    office.breaks("shop");
    office.deliverAfter(GROUP);
    for (int step = 2; step < 8; step++) {
      office.breaksFurther("shop", "step " + step);
    }
    office.deliverAfter(MINUTE);

    assertThat(editor.notices()).containsExactly(OPENED, UPDATED);
    assertThat(office.states()).filteredOn(SUPERSEDED::equals).hasSize(5);
  }

  @Test
  void whatCameAndWentBeforeItCouldBeToldIsOneMessage() throws Exception {
    office.breaks("shop");
    office.clock.pass(Duration.ofMillis(10));
    office.mends("shop");
    office.deliverAfter(GROUP);

    assertThat(editor.notices()).containsExactly(OPENED_AND_RESOLVED);
    assertThat(poster.notices()).containsExactly(OPENED_AND_RESOLVED);
  }

  @Test
  void theEndFollowsTheBeginningAndTheReturnTheEnd() throws Exception {
    office.breaks("shop");
    office.deliverAfter(GROUP);
    office.mends("shop");
    office.deliverAfter(MINUTE);
    office.breaks("shop");
    office.deliverAfter(MINUTE);

    assertThat(poster.notices()).containsExactly(OPENED, RESOLVED, REOPENED);
    assertThat(poster.told().stream().map(Telling::delivery)).isSorted().doesNotHaveDuplicates();
    assertThat(poster.told().stream().map(t -> t.conversation().title()).distinct()).hasSize(1);
  }

  @Test
  void whoWasToldLearnsOfTheEndWhateverTheRoutesSayByThen() throws Exception {
    office.breaks("shop");
    office.deliverAfter(GROUP);
    PostOffice stricter =
        new PostOffice(
            office.clock,
            Map.of("stormdrain.notifier.route.minimum-severity", "critical"),
            editor,
            poster);
    stricter.mends("shop");
    stricter.breaks("other");
    stricter.deliverAfter(MINUTE);

    assertThat(poster.notices()).containsExactly(OPENED, RESOLVED);
    assertThat(poster.messages()).allMatch(message -> message.where().app().equals("shop"));
    office = new PostOffice(office.clock, Map.of(), editor, poster);
    PostOffice.clear();
  }

  @Test
  void nothingIsToldOfATransactionThatWasRolledBack() throws Exception {
    assertThatThrownBy(() ->
            QuarkusTransaction.requiringNew()
                .run(() -> {
                  office.take("shop", "build.oom", "step 1");
                  throw new IllegalStateException("the database says no");
                }))
        .hasMessageContaining("the database says no");
    office.deliverAfter(MINUTE);

    assertThat(poster.told()).isEmpty();
    assertThat(office.sum("stormdrain.notifier.deliveries.enqueued")).isZero();
  }

  @Test
  void incidentsDoNotWaitForEachOther() throws Exception {
    office =
        new PostOffice(
            office.clock,
            Map.of(
                "stormdrain.notifier.delivery.first-pause", "1h",
                "stormdrain.notifier.delivery.last-pause", "1h"),
            poster);
    poster.answers(new Outcome.Retry(Fault.SERVER_ERROR, "500", null));
    office.breaks("first");
    office.clock.pass(GROUP);
    office.breaks("second");
    office.deliver();
    office.deliverAfter(GROUP);

    assertThat(poster.messages().stream().map(m -> m.where().app())).startsWith("first", "second");
  }

  @Test
  void oneIncidentsMessagesWaitForEachOther() throws Exception {
    Duration asked = Duration.ofSeconds(40);
    office.breaks("shop");
    poster.answers(new Outcome.Retry(Fault.SERVER_ERROR, "503", asked));
    office.deliverAfter(GROUP);
    office.mends("shop");
    office.deliverAfter(Duration.ofSeconds(39));

    assertThat(poster.told()).hasSize(1);

    office.deliverAfter(Duration.ofSeconds(1));

    assertThat(poster.notices()).containsExactly(OPENED, OPENED_AND_RESOLVED);
  }
}
