package io.stormdrain.notifier.delivery;

import static io.stormdrain.notifier.message.Notice.OPENED;
import static io.stormdrain.notifier.message.Notice.REMINDED;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.stormdrain.notifier.Secret;
import io.stormdrain.notifier.TestClock;
import io.stormdrain.notifier.TestDatabase;
import io.stormdrain.notifier.outgoing.ScriptedHttp;
import io.stormdrain.notifier.pagerduty.PagerEntry;
import io.stormdrain.notifier.route.Attribute;
import io.stormdrain.notifier.route.Matchers;
import io.stormdrain.notifier.route.Repeat;
import io.stormdrain.notifier.route.Restraint;
import io.stormdrain.notifier.route.Route;
import io.stormdrain.notifier.route.Routing;
import io.stormdrain.notifier.route.Timing;
import io.stormdrain.notifier.route.Urging;
import io.stormdrain.notifier.silence.End;
import io.stormdrain.notifier.silence.Silences;
import io.stormdrain.notifier.threshold.Severity;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Ways in which others have told too much or forgotten what they knew, from their bug trackers;
 * none of them is ours. Those in which alerts were lost or doubled on their way are in {@link
 * FailuresOnTheWayTest}.
 */
@QuarkusTest
@WithTestResource(TestDatabase.class)
final class FailuresOfNoiseTest {

  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration HOUR = Duration.ofHours(1);

  @Inject Silences silences;

  private final TestClock clock = new TestClock();
  private final FakeReceiver poster = FakeReceiver.poster("poster");
  private final PostOffice office = new PostOffice(clock, Map.of(), poster);

  @BeforeEach
  void clear() {
    PostOffice.clear();
  }

  /** A critical alert was told every minute. */
  @Test
  void whatGoesOnIsToldOnceHoweverOftenItIsSeen() throws Exception {
    for (int minute = 0; minute < 60; minute++) {
      office.says("shop", "module.missing", "bs4");
      office.deliverAfter(MINUTE);
    }

    assertThat(poster.notices()).containsExactly(OPENED);
  }

  /** A muted rule told all the same. */
  @Test
  void whatIsSilencedByItsClassIsNotToldWhateverHappens() throws Exception {
    Matchers oom = new Matchers(Map.of(Attribute.CLASS, List.of("build-oom")));
    QuarkusTransaction.requiringNew()
        .run(() ->
            silences.add(
                oom, new End.At(clock.instant().plus(HOUR)), "ann", "known", clock.instant()));
    office.breaks("shop");
    office.deliverAfter(MINUTE);
    office.breaksFurther("shop", "step 2");
    office.breaks("cart");
    office.mends("shop");
    office.mends("cart");
    office.deliverAfter(MINUTE);

    assertThat(poster.told()).isEmpty();
  }

  /** The time to wait before an alert was not waited for. */
  @Test
  void whatIsOverWithinTheWaitThatIsSetIsToldAsOver() throws Exception {
    PostOffice patient =
        new PostOffice(clock, Map.of("stormdrain.notifier.delivery.group-wait", "10m"), poster);
    patient.breaks("shop");
    patient.deliverAfter(Duration.ofMinutes(10).minusMillis(1));

    assertThat(poster.told()).isEmpty();

    patient.deliverAfter(Duration.ofMillis(1));

    assertThat(poster.notices()).containsExactly(OPENED);
  }

  /** It was told again because what was known of it had expired, not because it had changed. */
  @Test
  void timeAloneTellsNothing() throws Exception {
    office.breaks("shop");
    office.deliverAfter(MINUTE);
    for (int day = 0; day < 60; day++) {
      office.deliverAfter(Duration.ofDays(1));
    }

    assertThat(poster.notices()).containsExactly(OPENED);
  }

  /** 200 mails after a restart. */
  @Test
  void aBacklogOfOneIncidentIsOneMessageAfterARestart() throws Exception {
    for (int n = 0; n < 200; n++) {
      office.breaksFurther("shop", "step " + n);
      if (n % 20 == 19) {
        office.mends("shop");
      }
    }
    PostOffice restarted = new PostOffice(clock, Map.of(), poster);
    restarted.deliverAfter(HOUR);
    restarted.deliverAfter(HOUR);

    assertThat(poster.told()).hasSize(1);
  }

  /** What had been counted was forgotten by a restart. */
  @Test
  void whatWasCountedBeforeARestartCountsAfterIt() throws Exception {
    office.says("shop", "worker.timeout", "web.1");
    office.says("shop", "worker.timeout", "web.1");
    office.deliverAfter(MINUTE);
    assertThat(poster.told()).isEmpty();

    PostOffice restarted = new PostOffice(clock, Map.of(), poster);
    restarted.says("shop", "worker.timeout", "web.1");
    restarted.deliverAfter(MINUTE);

    assertThat(poster.notices()).containsExactly(OPENED);
  }

  /** A shorter pause between reminders was ignored until the longer one had passed. */
  @Test
  void aShorterPauseBetweenRemindersCountsAtOnce() throws Exception {
    PostOffice rarely = reminding(Duration.ofHours(8));
    rarely.breaks("shop");
    rarely.deliverAfter(MINUTE);
    rarely.deliverAfter(HOUR.multipliedBy(2));
    assertThat(poster.notices()).containsExactly(OPENED);

    reminding(HOUR).deliverAfter(MINUTE);

    assertThat(poster.notices()).containsExactly(OPENED, REMINDED);
  }

  /** All alerts had one key at PagerDuty, so that the end of one ended all. */
  @Test
  void theEndOfOneEndsNoOther() throws Exception {
    try (ScriptedHttp pager = new ScriptedHttp()) {
      PagerEntry entry =
          new PagerEntry(Secret.of("key"), Secret.of(pager.address("/v2/enqueue").toString()));
      PostOffice paging = new PostOffice(clock, Map.of(), RealReceiver.of(entry, Map.of(), clock));
      paging.breaks("shop");
      paging.breaks("cart");
      paging.deliverAfter(MINUTE);
      paging.mends("shop");
      paging.deliverAfter(MINUTE);

      List<JsonNode> events = events(pager);
      assertThat(events.stream().map(event -> event.path("event_action").asText()))
          .containsExactly("trigger", "trigger", "resolve");
      List<String> keys = events.stream().map(event -> event.path("dedup_key").asText()).toList();
      assertThat(keys.subList(0, 2)).doesNotHaveDuplicates();
      assertThat(keys.subList(0, 2)).containsOnlyOnce(keys.getLast());
    }
  }

  private PostOffice reminding(Duration pause) {
    Repeat repeat = new Repeat(Map.of(Severity.HIGH, pause), 1, pause);
    Route root =
        new Route(
            Matchers.ANY,
            List.of("poster"),
            Severity.LOW,
            new Timing(Duration.ofMillis(300), Duration.ofSeconds(1)),
            new Urging(repeat, List.of()),
            false,
            List.of());
    return new PostOffice(
        clock, Map.of(), new Plan(List.of(poster), new Routing(root, Map.of(), Restraint.USUAL)));
  }

  private static List<JsonNode> events(ScriptedHttp pager) throws IOException {
    List<JsonNode> events = new ArrayList<>();
    for (ScriptedHttp.Request request : pager.requests()) {
      events.add(new JsonMapper().readTree(request.body()));
    }
    return events;
  }
}
