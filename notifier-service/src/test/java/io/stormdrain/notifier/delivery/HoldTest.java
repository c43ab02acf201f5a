package io.stormdrain.notifier.delivery;

import static io.stormdrain.notifier.delivery.DeliveryState.PENDING;
import static io.stormdrain.notifier.delivery.DeliveryState.SENT;
import static io.stormdrain.notifier.delivery.DeliveryState.SUPPRESSED;
import static io.stormdrain.notifier.message.Notice.OPENED;
import static io.stormdrain.notifier.message.Notice.RESOLVED;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.stormdrain.notifier.TestClock;
import io.stormdrain.notifier.TestDatabase;
import io.stormdrain.notifier.message.Message;
import io.stormdrain.notifier.route.Attribute;
import io.stormdrain.notifier.route.Inhibition;
import io.stormdrain.notifier.route.Matchers;
import io.stormdrain.notifier.route.Quiet;
import io.stormdrain.notifier.route.Restraint;
import io.stormdrain.notifier.route.Route;
import io.stormdrain.notifier.route.Routing;
import io.stormdrain.notifier.route.Schedule;
import io.stormdrain.notifier.route.Storm;
import io.stormdrain.notifier.route.Timing;
import io.stormdrain.notifier.route.Urging;
import io.stormdrain.notifier.silence.End;
import io.stormdrain.notifier.silence.Silences;
import io.stormdrain.notifier.threshold.Severity;
import jakarta.inject.Inject;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is held back, and what becomes of it. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
final class HoldTest {

  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Matchers SHOP = new Matchers(Map.of(Attribute.APP, List.of("shop")));

  @Inject Silences silences;

  private final FakeReceiver editor = new FakeReceiver("editor", true, Receiver.Repeats.MARKED);
  private final FakeReceiver poster = FakeReceiver.poster("poster");
  private final TestClock clock = new TestClock();
  private PostOffice office = office(Restraint.USUAL);

  @BeforeEach
  void clear() {
    PostOffice.clear();
  }

  @AfterEach
  void accounts() {
    office.accounts();
  }

  @Test
  void whatIsSilencedAndOverByThenIsNeverTold() throws Exception {
    silence(new End.At(clock.instant().plus(HOUR)));
    office.breaks("shop");
    office.deliverAfter(MINUTE);
    office.mends("shop");
    office.deliverAfter(HOUR);

    assertThat(poster.told()).isEmpty();
    assertThat(office.states()).isNotEmpty().allMatch(SUPPRESSED::equals);
  }

  @Test
  void whatIsSilencedAndGoesOnIsToldWhenTheSilenceIsOver() throws Exception {
    silence(new End.At(clock.instant().plus(HOUR)));
    office.breaks("shop");
    office.deliverAfter(HOUR.minusMillis(1));

    assertThat(poster.told()).isEmpty();
    assertThat(office.states()).allMatch(PENDING::equals);

    office.deliverAfter(Duration.ofMillis(1));

    assertThat(poster.notices()).containsExactly(OPENED);
    assertThat(poster.messages().getFirst().remarks())
        .singleElement()
        .asString()
        .contains("held back since", "by ann: known");
  }

  @Test
  void whoWasToldOfTheBeginningIsToldOfTheEndWhateverSilenceThereIs() throws Exception {
    office.breaks("shop");
    office.deliverAfter(MINUTE);
    silence(new End.At(clock.instant().plus(HOUR)));
    office.mends("shop");
    office.deliverAfter(MINUTE);

    assertThat(poster.notices()).containsExactly(OPENED, RESOLVED);
  }

  @Test
  void aReturnInSilenceChangesTheMessageAndCallsNobody() throws Exception {
    office.breaks("shop");
    office.deliverAfter(MINUTE);
    office.mends("shop");
    office.deliverAfter(MINUTE);
    silence(new End.At(clock.instant().plus(HOUR)));
    office.breaks("shop");
    office.deliverAfter(MINUTE);

    assertThat(poster.notices()).containsExactly(OPENED, RESOLVED);
    assertThat(editor.told().getLast().form().name()).isEqualTo("EDIT");
  }

  @Test
  void anEffectThatEndsWithItsCauseIsNeverTold() throws Exception {
    Inhibition database =
        new Inhibition(
            new Matchers(Map.of(Attribute.APP, List.of("database"))), SHOP, List.of(), HOUR);
    office = office(new Restraint(List.of(), List.of(database), Storm.USUAL));
    office.breaks("database");
    office.breaks("shop");
    office.deliverAfter(MINUTE);
    office.mends("database");
    office.mends("shop");
    office.deliverAfter(MINUTE);

    assertThat(poster.messages()).allMatch(message -> message.where().app().equals("database"));
    assertThat(poster.notices()).containsExactly(OPENED, RESOLVED);
  }

  @Test
  void whatCameInTheNightIsOneMessageInTheMorning() throws Exception {
    office = office(quietFor(HOUR.multipliedBy(8)));
    office.breaks("shop");
    office.breaks("cart");
    office.deliverAfter(MINUTE);
    office.breaks("mail");
    office.mends("cart");
    office.deliverAfter(HOUR);

    assertThat(poster.told()).isEmpty();

    office.deliverAfter(HOUR.multipliedBy(8));

    assertThat(poster.notices()).containsExactly(OPENED);
    Message digest = poster.messages().getFirst();
    assertThat(digest.listings().getLast().title()).startsWith("2 more");
    assertThat(digest.listings().getLast().lines()).anyMatch(line -> line.contains("cart: "));
    assertThat(office.states()).contains(SENT);
  }

  @Test
  void theEndOfWhatWasToldInTheMorningFollows() throws Exception {
    office = office(quietFor(HOUR.multipliedBy(8)));
    office.breaks("shop");
    office.breaks("cart");
    office.deliverAfter(HOUR.multipliedBy(9));
    office.mends("shop");
    office.mends("cart");
    office.deliverAfter(MINUTE);

    assertThat(poster.notices()).containsExactly(OPENED, RESOLVED, RESOLVED);
  }

  @Test
  void moreThanAStormIsToldTogether() throws Exception {
    Storm storm = new Storm(1, 20, Duration.ofMinutes(2), Duration.ofSeconds(30));
    office = office(new Restraint(List.of(), List.of(), storm));
    office.breaks("shop");
    office.says("shop", "release.failed", "v44");
    office.says("shop", "image.unavailable", "registry/shop:1");
    office.deliverAfter(Duration.ofSeconds(29));

    assertThat(poster.told()).hasSize(1);

    office.deliverAfter(Duration.ofSeconds(1));

    assertThat(poster.told()).hasSize(2);
    assertThat(poster.messages().getLast().listings().getLast().lines()).hasSize(1);
  }

  private void silence(End end) {
    QuarkusTransaction.requiringNew()
        .run(() -> silences.add(SHOP, end, "ann", "known", clock.instant()));
  }

  /** It is quiet from an hour ago for so long. */
  private Restraint quietFor(Duration length) {
    Instant from = clock.instant().minus(HOUR);
    Schedule hours =
        new Schedule(
            ZoneOffset.UTC,
            EnumSet.allOf(DayOfWeek.class),
            LocalTime.ofInstant(from, ZoneOffset.UTC),
            LocalTime.ofInstant(from.plus(length), ZoneOffset.UTC),
            Set.of());
    return new Restraint(
        List.of(new Quiet("night", hours, false, Matchers.ANY)), List.of(), Storm.USUAL);
  }

  private PostOffice office(Restraint restraint) {
    Route root =
        new Route(
            Matchers.ANY,
            List.of("editor", "poster"),
            Severity.LOW,
            new Timing(Duration.ofMillis(300), Duration.ofSeconds(1)),
            Urging.NONE,
            false,
            List.of());
    return new PostOffice(
        clock, Map.of(), new Plan(List.of(editor, poster), new Routing(root, Map.of(), restraint)));
  }
}
