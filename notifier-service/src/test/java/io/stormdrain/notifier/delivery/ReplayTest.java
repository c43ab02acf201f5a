package io.stormdrain.notifier.delivery;

import static io.stormdrain.notifier.delivery.DeliveryState.DEAD;
import static io.stormdrain.notifier.delivery.DeliveryState.SENT;
import static io.stormdrain.notifier.message.Notice.OPENED;
import static org.assertj.core.api.Assertions.assertThat;

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

/** What reached nobody, and is tried again because somebody says so. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
final class ReplayTest {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final FakeReceiver poster = FakeReceiver.poster("poster");
  private final PostOffice office = new PostOffice(new TestClock(), Map.of(), poster);

  @BeforeEach
  @AfterEach
  void clear() {
    PostOffice.clear();
  }

  @Test
  void whatIsDeadIsToldOnceMoreAndThenNoMore() throws Exception {
    poster.answers(new Outcome.Refused(Fault.GONE, "channel_is_archived"));
    office.breaks("shop");
    office.deliverAfter(MINUTE);
    assertThat(office.states()).containsExactly(DEAD);
    long dead = office.ledger().getFirst().id();

    assertThat(replay(dead)).isEqualTo(Replay.Result.REPLAYED);
    office.deliverAfter(MINUTE);

    assertThat(poster.notices()).containsExactly(OPENED, OPENED);
    assertThat(office.states()).containsExactly(SENT);
    assertThat(replay(dead)).isEqualTo(Replay.Result.NOT_DEAD);
  }

  @Test
  void whatThereIsNotIsNotTried() {
    assertThat(replay(-1)).isEqualTo(Replay.Result.UNKNOWN);
  }

  private Replay.Result replay(long delivery) {
    return QuarkusTransaction.requiringNew().call(() -> office.replay.replay(delivery, "ann"));
  }
}
