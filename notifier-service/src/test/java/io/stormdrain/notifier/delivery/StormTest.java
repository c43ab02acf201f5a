package io.stormdrain.notifier.delivery;

import static io.stormdrain.notifier.message.Notice.OPENED;
import static io.stormdrain.notifier.message.Notice.RESOLVED;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.stormdrain.notifier.TestClock;
import io.stormdrain.notifier.TestDatabase;
import io.stormdrain.notifier.incident.Incident;
import io.stormdrain.notifier.message.Message;
import io.stormdrain.notifier.route.Attribute;
import io.stormdrain.notifier.route.Matchers;
import io.stormdrain.notifier.route.Restraint;
import io.stormdrain.notifier.route.Route;
import io.stormdrain.notifier.route.Routing;
import io.stormdrain.notifier.route.Storm;
import io.stormdrain.notifier.route.Timing;
import io.stormdrain.notifier.route.Urging;
import io.stormdrain.notifier.store.IncidentReader;
import io.stormdrain.notifier.store.Members;
import io.stormdrain.notifier.store.NumberedIncident;
import io.stormdrain.notifier.storm.Storms;
import io.stormdrain.notifier.threshold.Severity;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The same trouble in many apps at once is told once. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
final class StormTest {

  private static final Duration SOON = Duration.ofSeconds(10);
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Storm STORM =
      new Storm(20, 3, Duration.ofMinutes(2), Duration.ofSeconds(30));

  @Inject Members members;
  @Inject IncidentReader incidents;

  private final FakeReceiver poster = FakeReceiver.poster("poster");
  private final FakeReceiver crew = FakeReceiver.poster("crew");
  private final TestClock clock = new TestClock();
  private final PostOffice office = office();

  @BeforeEach
  void clear() {
    PostOffice.clear();
  }

  @AfterEach
  void accounts() {
    office.accounts();
  }

  @Test
  void asManyAppsAsAreToldOneByOneAreNoStorm() throws Exception {
    breaks(0, 3);
    office.deliverAfter(SOON);

    assertThat(poster.notices()).containsExactly(OPENED, OPENED, OPENED);
    assertThat(storms()).isEmpty();
  }

  @Test
  void oneMoreIsToldWithThoseThatNobodyWasToldOfYet() throws Exception {
    breaks(0, 40);
    office.deliverAfter(SOON);

    assertThat(poster.notices()).containsExactly(OPENED);
    Message message = poster.messages().getFirst();
    assertThat(message.title()).isEqualTo("build-oom in 40 apps at once");
    assertThat(message.listings().getLast().lines()).hasSize(40);
    assertThat(office.ledger()).filteredOn(one -> one.held() != null).hasSize(40);
  }

  @Test
  void whoWasToldBeforeTheStormIsToldOfTheEndAndTheOthersAreNot() throws Exception {
    breaks(0, 3);
    office.deliverAfter(SOON);
    breaks(3, 30);
    office.deliverAfter(SOON);
    mends(0, 30);
    office.deliverAfter(SOON);

    assertThat(poster.notices()).filteredOn(OPENED::equals).hasSize(4);
    assertThat(poster.notices()).filteredOn(RESOLVED::equals).hasSize(4);
    assertThat(poster.told()).hasSize(8);
    assertThat(storms()).isEmpty();
    assertThat(office.states()).noneMatch(DeliveryState::isWaiting);
  }

  @Test
  void allOfThemAreRecordedAndBelongToIt() throws Exception {
    breaks(0, 30);

    Incident storm = storms().getFirst();
    assertThat(
            QuarkusTransaction.requiringNew()
                .call(() -> members.of(storm.id(), 100).stream().map(one -> one.incident().app())))
        .hasSize(30)
        .contains("app-0", "app-29");
  }

  @Test
  void whenMostAreOverTheRestIsToldInOneMessage() throws Exception {
    breaks(0, 30);
    office.deliverAfter(SOON);
    mends(0, 26);
    office.deliverAfter(SOON);

    assertThat(poster.notices()).containsExactly(OPENED);

    mends(26, 27);
    office.deliverAfter(SOON);

    assertThat(poster.notices()).containsExactlyInAnyOrder(OPENED, RESOLVED, OPENED);
    assertThat(lastOpened().listings().getLast().lines()).hasSize(2);
    assertThat(lastOpened().remarks()).anyMatch(remark -> remark.contains("tells of it"));
  }

  @Test
  void whatBeginsLongAfterTheStormIsToldByItself() throws Exception {
    breaks(0, 30);
    office.deliverAfter(HOUR);
    breaks(30, 31);
    office.deliverAfter(SOON);

    assertThat(poster.notices()).containsExactly(OPENED, OPENED);
    assertThat(poster.messages().getLast().where().app()).isEqualTo("app-30");
  }

  @Test
  void itComesBackWithTheAppsThatAreInIt() throws Exception {
    breaks(0, 30);
    office.deliverAfter(SOON);
    mends(0, 30);
    office.deliverAfter(SOON);
    breaks(0, 30);
    office.deliverAfter(SOON);

    assertThat(storms()).hasSize(1);
    assertThat(poster.told()).hasSizeLessThan(3 + 5);
  }

  @Test
  void whoIsToldOnlyOfSomeOfTheAppsIsToldOfTheStorm() throws Exception {
    breaks(0, 30);
    breaks("crew-app");
    office.deliverAfter(SOON);

    assertThat(crew.notices()).containsExactly(OPENED);
    assertThat(crew.messages().getFirst().remarks())
        .anyMatch(remark -> remark.contains("incidents of yours"));

    mends(0, 30);
    mends("crew-app");
    office.deliverAfter(SOON);

    assertThat(crew.notices()).containsExactly(OPENED, RESOLVED);
  }

  @Test
  void whoEndsTheStormByHandGetsWhatGoesOn() throws Exception {
    breaks(0, 30);
    office.deliverAfter(SOON);
    office.resolves(Storms.SOURCE, storms().getFirst().id());
    office.deliverAfter(SOON);

    assertThat(poster.notices()).containsExactlyInAnyOrder(OPENED, RESOLVED, OPENED);
    assertThat(lastOpened().listings().getLast().lines()).hasSize(29);
  }

  private void breaks(int from, int to) {
    IntStream.range(from, to).forEach(app -> breaks("app-" + app));
  }

  private void breaks(String app) {
    office.breaks(app);
  }

  private void mends(int from, int to) {
    IntStream.range(from, to).forEach(app -> mends("app-" + app));
  }

  private void mends(String app) {
    office.mends(app);
  }

  private Message lastOpened() {
    return poster.messages().stream()
        .filter(message -> message.notice() == OPENED)
        .reduce((earlier, later) -> later)
        .orElseThrow();
  }

  private List<Incident> storms() {
    return QuarkusTransaction.requiringNew()
        .call(() -> incidents.live(Storms.SOURCE, 10).stream().map(NumberedIncident::incident))
        .toList();
  }

  private PostOffice office() {
    Timing timing = new Timing(Duration.ofMillis(300), Duration.ofSeconds(1));
    Route ofCrew =
        new Route(
            new Matchers(Map.of(Attribute.APP, List.of("crew-*"))),
            List.of("crew"),
            Severity.LOW,
            timing,
            Urging.NONE,
            false,
            List.of());
    Route root =
        new Route(
            Matchers.ANY,
            List.of("poster"),
            Severity.LOW,
            timing,
            Urging.NONE,
            false,
            List.of(ofCrew));
    Restraint restraint = new Restraint(List.of(), List.of(), STORM);
    return new PostOffice(
        clock, Map.of(), new Plan(List.of(poster, crew), new Routing(root, Map.of(), restraint)));
  }
}
