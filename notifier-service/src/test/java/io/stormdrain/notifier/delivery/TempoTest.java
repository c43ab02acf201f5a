package io.stormdrain.notifier.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.stormdrain.notifier.TestClock;
import io.stormdrain.notifier.TestDatabase;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How fast receivers are told, and what they are told first. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
final class TempoTest {

  private static final Duration SECOND = Duration.ofSeconds(1);

  private final TestClock clock = new TestClock();
  private final FakeReceiver slack = FakeReceiver.poster("slack").at(Pace.one(SECOND, 2));
  private final FakeReceiver other = FakeReceiver.poster("other");
  private final PostOffice office = new PostOffice(clock, Map.of(), slack, other);

  @BeforeEach
  void clear() {
    PostOffice.clear();
  }

  @AfterEach
  void accounts() {
    office.accounts();
  }

  @Test
  void aReceiverIsToldAtItsOwnPaceAndHoldsUpNobodyElse() throws Exception {
    IntStream.range(0, 6).forEach(n -> office.breaks("shop-" + n));
    office.deliverAfter(SECOND);

    assertThat(slack.told()).hasSize(2);
    assertThat(other.told()).hasSize(6);

    office.deliverAfter(SECOND.minusMillis(1));
    assertThat(slack.told()).hasSize(2);
    office.deliverAfter(Duration.ofMillis(1));
    assertThat(slack.told()).hasSize(3);
    office.deliverAfter(SECOND.multipliedBy(10));
    assertThat(slack.told()).hasSize(5);
    office.deliverAfter(SECOND.multipliedBy(10));
    assertThat(slack.told()).hasSize(6);
  }

  @Test
  void twoInstancesKeepOnePace() throws Exception {
    PostOffice second = new PostOffice(clock, Map.of(), slack, other);
    IntStream.range(0, 6).forEach(n -> office.breaks("shop-" + n));
    office.deliverAfter(SECOND);
    second.deliver();

    assertThat(slack.told()).hasSize(2);

    second.deliverAfter(SECOND);
    office.deliver();

    assertThat(slack.told()).hasSize(3);
    // The other instance has counted what it told.
    office.registry.clear();
    PostOffice.clear();
  }

  @Test
  void whatIsCriticalGoesFirst() throws Exception {
    slack.at(Pace.one(SECOND, 1));
    office.breaks("blog");
    office.breaks("wiki");
    office.says("shop", "module.missing", "bs4");
    for (int n = 0; n < 3; n++) {
      office.deliverAfter(SECOND);
    }

    assertThat(slack.messages().stream().map(message -> message.where().app()))
        .containsExactly("shop", "blog", "wiki");
  }

  @Test
  void newsGoBeforeChangesOfMessages() throws Exception {
    FakeReceiver editor =
        new FakeReceiver("editor", true, Receiver.Repeats.MARKED).at(Pace.one(SECOND, 1));
    PostOffice editing = new PostOffice(clock, Map.of(), editor);
    editing.breaks("blog");
    editing.deliverAfter(SECOND);
    editing.breaksFurther("blog", "step 2");
    clock.pass(SECOND.multipliedBy(5));
    editing.breaks("shop");
    editing.deliverAfter(SECOND);
    editing.deliverAfter(SECOND);

    assertThat(editor.messages().stream().map(message -> message.where().app()))
        .containsExactly("blog", "shop", "blog");
    PostOffice.clear();
  }
}
