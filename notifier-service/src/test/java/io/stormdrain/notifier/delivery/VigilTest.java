package io.stormdrain.notifier.delivery;

import static io.stormdrain.notifier.message.Notice.OPENED;
import static io.stormdrain.notifier.message.Notice.OPENED_AND_RESOLVED;
import static io.stormdrain.notifier.message.Notice.REMINDED;
import static io.stormdrain.notifier.message.Notice.RESOLVED;
import static io.stormdrain.notifier.message.Notice.UPDATED;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.stormdrain.notifier.TestClock;
import io.stormdrain.notifier.TestDatabase;
import io.stormdrain.notifier.route.Escalation;
import io.stormdrain.notifier.route.Matchers;
import io.stormdrain.notifier.route.Repeat;
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

/**
 * What is told beside the routes: reminders, escalations, and for receivers that cannot be told.
 */
@QuarkusTest
@WithTestResource(TestDatabase.class)
final class VigilTest {

  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration HOUR = Duration.ofHours(1);

  private final FakeReceiver editor = new FakeReceiver("editor", true, Receiver.Repeats.MARKED);
  private final FakeReceiver poster = FakeReceiver.poster("poster");
  private final FakeReceiver pager = FakeReceiver.poster("pager");
  private final TestClock clock = new TestClock();
  private PostOffice office = office(Urging.NONE, Map.of());

  @BeforeEach
  void clear() {
    PostOffice.clear();
  }

  @AfterEach
  void accounts() {
    office.accounts();
  }

  @Test
  void whoNobodyLooksAfterIsToldAgain() throws Exception {
    Repeat hourly =
        new Repeat(Map.of(Severity.HIGH, HOUR, Severity.CRITICAL, HOUR), 2, Duration.ofDays(1));
    office = office(new Urging(hourly, List.of()), Map.of());
    office.breaks("shop");
    office.deliverAfter(MINUTE);
    office.deliverAfter(HOUR.minusMillis(1));

    assertThat(poster.notices()).containsExactly(OPENED);

    office.deliverAfter(Duration.ofSeconds(10));

    assertThat(poster.notices()).containsExactly(OPENED, REMINDED);

    office.deliverAfter(HOUR);
    office.deliverAfter(HOUR);

    assertThat(poster.notices()).containsExactly(OPENED, REMINDED, REMINDED);
    assertThat(editor.notices()).doesNotContain(UPDATED);
  }

  @Test
  void othersAreToldAfterAWhile() throws Exception {
    Escalation later = new Escalation(Duration.ofMinutes(15), List.of("pager"));
    office = office(new Urging(Repeat.NEVER, List.of(later)), Map.of());
    office.breaks("shop");
    office.deliverAfter(MINUTE);
    office.deliverAfter(Duration.ofMinutes(13));

    assertThat(pager.told()).isEmpty();

    office.deliverAfter(MINUTE);
    office.deliverAfter(MINUTE);

    assertThat(pager.notices()).containsExactly(OPENED);
    assertThat(pager.messages().getFirst().remarks())
        .contains("nobody has looked after it within 15 min");

    office.mends("shop");
    office.deliverAfter(MINUTE);

    assertThat(pager.notices()).containsExactly(OPENED, RESOLVED);
  }

  @Test
  void howeverManyAreOpenNoneIsForgotten() throws Exception {
    Escalation later = new Escalation(Duration.ofMinutes(15), List.of("pager"));
    office = office(new Urging(Repeat.NEVER, List.of(later)), Map.of());
    for (int n = 0; n <= Vigil.MOST; n++) {
      office.breaks("shop-" + n);
    }
    office.deliverAfter(MINUTE);
    office.deliverAfter(Duration.ofMinutes(16));
    office.deliverAfter(MINUTE);

    assertThat(pager.told()).hasSize(Vigil.MOST + 1);
  }

  @Test
  void whatAReceiverWillNotTakeIsToldToWhoStandsInForIt() throws Exception {
    poster.answers(new Outcome.Refused(Fault.GONE, "channel_is_archived"));
    office = office(Urging.NONE, Map.of("poster", "pager"));
    office.breaks("shop");
    office.deliverAfter(MINUTE);
    office.deliverAfter(MINUTE);

    assertThat(pager.notices()).containsExactly(OPENED);
    assertThat(pager.messages().getFirst().remarks())
        .contains("told here because poster cannot be told: GONE");
  }

  @Test
  void whatAReceiverDoesNotTakeForAWhileIsToldToWhoStandsInForItOnce() throws Exception {
    for (int n = 0; n < 40; n++) {
      poster.answers(new Outcome.Retry(Fault.UNREACHABLE, "connection refused", null));
    }
    office = office(Urging.NONE, Map.of("poster", "pager"));
    office.breaks("shop");
    office.deliverAfter(MINUTE);

    assertThat(pager.told()).isEmpty();

    for (int n = 0; n < 5; n++) {
      office.deliverAfter(MINUTE);
    }

    assertThat(pager.messages()).filteredOn(m -> m.where().app().equals("shop")).hasSize(1);
  }

  @Test
  void theOthersAreToldOfAReceiverThatFailsAndOfItsRecovery() throws Exception {
    poster.answers(new Outcome.Refused(Fault.UNAUTHORIZED, "invalid_auth"));
    office.breaks("shop");
    for (int n = 0; n < 4; n++) {
      office.deliverAfter(MINUTE);
    }

    assertThat(editor.messages())
        .anyMatch(m -> m.title().equals("Receiver poster does not take what it is to be told"));
    assertThat(poster.messages()).noneMatch(m -> m.title().startsWith("Receiver poster"));

    office.mends("shop");
    office.deliverAfter(MINUTE);
    office.deliverAfter(MINUTE);

    assertThat(poster.notices()).contains(OPENED_AND_RESOLVED);
    assertThat(editor.messages().getLast().standing()).isEqualTo("resolved");
    assertThat(editor.messages().getLast().title()).startsWith("Receiver poster");
  }

  /** The pager is there, and no route leads to it. */
  private PostOffice office(Urging urging, Map<String, String> fallbacks) {
    Route root =
        new Route(
            Matchers.ANY,
            List.of("editor", "poster"),
            Severity.LOW,
            new Timing(Duration.ofMillis(300), Duration.ofSeconds(1)),
            urging,
            false,
            List.of());
    Routing routing = new Routing(root, Map.of(), PostOffice.NO_STORMS);
    return new PostOffice(
        clock, Map.of(), new Plan(List.of(editor, poster, pager), routing, fallbacks));
  }
}
