package io.stormdrain.notifier.announcement;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.stormdrain.notifier.Settings;
import io.stormdrain.notifier.TestClock;
import io.stormdrain.notifier.TestDatabase;
import io.stormdrain.notifier.delivery.Backoff;
import io.stormdrain.notifier.delivery.Fault;
import io.stormdrain.notifier.delivery.Outcome;
import io.stormdrain.notifier.delivery.Receivers;
import io.stormdrain.notifier.signal.Evidence;
import io.stormdrain.notifier.signal.Signal;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Releases that somebody is told of. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
final class AnnouncementTest {

  @Inject EntityManager entities;

  private final TestClock clock = new TestClock();
  private final Crier crier = new Crier();
  private final Receivers receivers = new Receivers(crier.planFor("shop"));

  @BeforeEach
  void clear() {
    QuarkusTransaction.requiringNew()
        .run(() -> entities.createNativeQuery("truncate announcement").executeUpdate());
  }

  @Test
  void aReleaseIsToldOnceToWhomSomeRouteOfItsAppLeads() {
    hear("shop", "v43");
    hear("shop", "v43");
    hear("blog", "v7");
    round();
    round();

    assertThat(crier.heard)
        .containsExactly(
            new Announcement(
                "shop", "heroku", "production", "v43", clock.instant(), "Release v43", false));
    assertThat(ledger())
        .singleElement()
        .satisfies(one -> {
          assertThat(one.state()).isEqualTo(AnnouncementState.SENT);
          assertThat(one.attempts()).isEqualTo(1);
          assertThat(one.dueAt()).isNull();
        });
  }

  @Test
  void whatDidNotArriveIsToldLaterAndNoSoonerThanAskedFor() {
    crier.answers(new Outcome.Retry(Fault.RATE_LIMITED, "429", Duration.ofSeconds(90)));
    hear("shop", "v43");
    round();
    clock.pass(Duration.ofSeconds(89));
    round();

    assertThat(crier.heard).hasSize(1);

    clock.pass(Duration.ofSeconds(1));
    round();

    assertThat(crier.heard).extracting(Announcement::mayRepeat).containsExactly(false, false);
    assertThat(ledger().getFirst().state()).isEqualTo(AnnouncementState.SENT);
    assertThat(ledger().getFirst().attempts()).isEqualTo(2);
  }

  @Test
  void whatMayHaveArrivedSaysThatItMayBeARepeat() {
    crier.answers(new Outcome.Unknown(Fault.NO_ANSWER, "no answer"));
    hear("shop", "v43");
    round();
    clock.pass(Duration.ofMinutes(5));
    round();

    assertThat(crier.heard).extracting(Announcement::mayRepeat).containsExactly(false, true);
  }

  @Test
  void whatSomebodyWasTellingWhenHeWasKilledSaysSoToo() {
    hear("shop", "v43");
    QuarkusTransaction.requiringNew()
        .run(() -> {
          StoredAnnouncement row = StoredAnnouncement.<StoredAnnouncement>findAll().firstResult();
          row.claimed(clock.instant().plusSeconds(60));
        });
    round();
    assertThat(crier.heard).isEmpty();
    clock.pass(Duration.ofSeconds(60));
    round();

    assertThat(crier.heard).extracting(Announcement::mayRepeat).containsExactly(true);
  }

  @Test
  void whatIsRefusedIsDeadAndSaysWhy() {
    crier.answers(new Outcome.Refused(Fault.MALFORMED, "400 invalid routing key"));
    hear("shop", "v43");
    round();
    clock.pass(Duration.ofHours(1));
    round();

    assertThat(crier.heard).hasSize(1);
    assertThat(ledger().getFirst().state()).isEqualTo(AnnouncementState.DEAD);
    assertThat(ledger().getFirst().detail()).isEqualTo("400 invalid routing key");
  }

  @Test
  void afterADayItIsGivenUpAndInTheEndForgotten() {
    for (int n = 0; n < 400; n++) {
      crier.answers(new Outcome.Retry(Fault.UNREACHABLE, "refused", null));
    }
    hear("shop", "v43");
    for (int hour = 0; hour < 26; hour++) {
      round();
      clock.pass(Duration.ofHours(1));
    }

    assertThat(ledger().getFirst().fault()).isEqualTo(Fault.EXPIRED);

    QuarkusTransaction.requiringNew().run(() -> announcements().forget(clock.instant()));

    assertThat(ledger()).isEmpty();
  }

  @Test
  void historyIsNoNews() {
    Signal old = release("shop", "v42");
    clock.pass(Announcements.NEWS.plusSeconds(1));
    QuarkusTransaction.requiringNew().run(() -> announcements().hear(old));

    assertThat(ledger()).isEmpty();
  }

  private void hear(String app, String version) {
    QuarkusTransaction.requiringNew().run(() -> announcements().hear(release(app, version)));
  }

  private void round() {
    Backoff backoff = new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(5), new Random(7));
    new Herald(receivers, backoff, Settings.of(Map.of()), clock).round();
  }

  private List<AnnouncementView> ledger() {
    return QuarkusTransaction.requiringNew().call(() -> announcements().latest(null, 100));
  }

  private Announcements announcements() {
    return new Announcements(receivers, entities, clock);
  }

  private Signal release(String app, String version) {
    return new Signal(
        "0/1/heroku-release-created",
        "release.created",
        app,
        app,
        "heroku",
        "production",
        null,
        version,
        clock.instant(),
        version,
        Map.of(),
        List.of(),
        new Evidence(0, 1, "Release " + version));
  }
}
