package io.stormdrain.notifier.delivery;

import static io.stormdrain.notifier.message.Notice.OPENED;
import static io.stormdrain.notifier.message.Notice.RESOLVED;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.stormdrain.notifier.TestClock;
import io.stormdrain.notifier.TestDatabase;
import io.stormdrain.notifier.message.Message;
import io.stormdrain.notifier.route.Attribute;
import io.stormdrain.notifier.route.Matchers;
import io.stormdrain.notifier.route.Restraint;
import io.stormdrain.notifier.route.Route;
import io.stormdrain.notifier.route.Routing;
import io.stormdrain.notifier.route.Timing;
import io.stormdrain.notifier.route.Urging;
import io.stormdrain.notifier.threshold.Severity;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Incidents that are alike in what {@code group_by} names, and begin in one wait. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
final class GroupTest {

  private static final Duration WAIT = Duration.ofSeconds(10);
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final FakeReceiver poster = FakeReceiver.poster("poster");
  private final TestClock clock = new TestClock();

  @BeforeEach
  @AfterEach
  void clear() {
    PostOffice.clear();
  }

  @Test
  void thoseOfAGroupAreOneMessageAndEachHasItsEnd() throws Exception {
    PostOffice office = by(Attribute.ENVIRONMENT);
    office.breaks("shop");
    clock.pass(Duration.ofSeconds(5));
    office.breaks("cart");
    office.deliverAfter(WAIT);

    assertThat(poster.notices()).containsExactly(OPENED);
    Message together = poster.messages().getFirst();
    assertThat(together.listings().getLast().lines()).singleElement().asString().contains("cart: ");

    office.mends("shop");
    office.mends("cart");
    office.deliverAfter(MINUTE);

    assertThat(poster.notices()).containsExactly(OPENED, RESOLVED, RESOLVED);
    office.accounts();
  }

  @Test
  void thoseOfDifferentGroupsAreMessagesOfTheirOwn() throws Exception {
    PostOffice office = by(Attribute.APP);
    office.breaks("shop");
    office.breaks("cart");
    office.deliverAfter(WAIT);

    assertThat(poster.notices()).containsExactly(OPENED, OPENED);
  }

  @Test
  void whoBeginsAfterTheMessageIsToldByItself() throws Exception {
    PostOffice office = by(Attribute.ENVIRONMENT);
    office.breaks("shop");
    office.deliverAfter(WAIT);
    office.breaks("cart");
    office.deliverAfter(WAIT);

    assertThat(poster.messages().stream().map(message -> message.where().app()))
        .containsExactly("shop", "cart");
  }

  private PostOffice by(Attribute attribute) {
    Route root =
        new Route(
            Matchers.ANY,
            List.of("poster"),
            Severity.LOW,
            new Timing(WAIT, Duration.ofSeconds(1), List.of(attribute)),
            Urging.NONE,
            false,
            List.of());
    return new PostOffice(
        clock, Map.of(), new Plan(List.of(poster), new Routing(root, Map.of(), Restraint.USUAL)));
  }
}
