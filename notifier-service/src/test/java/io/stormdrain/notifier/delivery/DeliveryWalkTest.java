package io.stormdrain.notifier.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.stormdrain.notifier.TestClock;
import io.stormdrain.notifier.TestDatabase;
import io.stormdrain.notifier.incident.IncidentState;
import io.stormdrain.notifier.message.Message;
import io.stormdrain.notifier.message.Notice;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Apps break and mend at random, receivers fail at random; what must hold holds all the same. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
final class DeliveryWalkTest {

  private static final List<String> APPS = List.of("shop", "blog", "api");

  private final FakeReceiver poster = FakeReceiver.poster("poster");
  private final FakeReceiver mailbox =
      new FakeReceiver("mailbox", false, Receiver.Repeats.ABSORBED);
  private final FakeReceiver editor = new FakeReceiver("editor", true, Receiver.Repeats.MARKED);
  private final List<FakeReceiver> receivers = List.of(poster, mailbox, editor);
  private final PostOffice office =
      new PostOffice(new TestClock(), Map.of(), poster, mailbox, editor);

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void nothingIsLostNothingIsToldTwiceAndTheBooksAreRight(long seed) throws Exception {
    PostOffice.clear();
    Random random = new Random(seed);
    for (int step = 0; step < 30; step++) {
      happen(random);
      receivers.forEach(receiver -> fail(receiver, random));
      office.deliverAfter(Duration.ofMillis(random.nextInt(90_000)));
      office.accounts();
    }
    APPS.forEach(office::mends);
    for (int round = 0; round < 30; round++) {
      office.deliverAfter(Duration.ofMinutes(6));
    }
    // What came and went is over after an hour of calm, which the app's own time tells.
    APPS.forEach(office::mends);
    office.deliverAfter(Duration.ofMinutes(6));

    office.accounts();
    assertThat(office.ledger()).allMatch(delivery -> !delivery.state().isWaiting());
    for (FakeReceiver receiver : receivers) {
      conversations(receiver).forEach((incident, messages) -> coherent(receiver, messages));
    }
  }

  private void happen(Random random) {
    String app = APPS.get(random.nextInt(APPS.size()));
    switch (random.nextInt(4)) {
      case 0, 1 -> office.breaks(app);
      case 2 -> office.breaksFurther(app, "step " + random.nextInt(5));
      default -> office.mends(app);
    }
  }

  private static void fail(FakeReceiver receiver, Random random) {
    switch (random.nextInt(8)) {
      case 0 -> receiver.answers(new Outcome.Retry(Fault.SERVER_ERROR, "500", null));
      case 1 ->
          receiver.answers(
              new Outcome.Retry(Fault.RATE_LIMITED, "429", Duration.ofSeconds(random.nextInt(99))));
      case 2 -> receiver.answers(new Outcome.Unknown(Fault.NO_ANSWER, "no answer"));
      default -> {
        // All is well.
      }
    }
  }

  private Map<Object, List<Message>> conversations(FakeReceiver receiver) {
    return receiver.messages().stream()
        .collect(Collectors.groupingBy(Message::incident, Collectors.toList()));
  }

  /** Who was told of a beginning was told of the end, last. */
  private static void coherent(FakeReceiver receiver, List<Message> messages) {
    assertThat(messages.getLast().state()).as(receiver.name()).isEqualTo(IncidentState.RESOLVED);
    assertThat(messages.getFirst().notice())
        .as(receiver.name())
        .isIn(Notice.OPENED, Notice.OPENED_AND_RESOLVED);
    List<Integer> seqs = messages.stream().map(message -> message.history().size()).toList();
    assertThat(seqs).as("told up to").isSorted();
  }
}
