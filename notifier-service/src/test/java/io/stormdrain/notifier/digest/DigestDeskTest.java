package io.stormdrain.notifier.digest;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.stormdrain.notifier.TestClock;
import io.stormdrain.notifier.TestDatabase;
import io.stormdrain.notifier.delivery.Fault;
import io.stormdrain.notifier.delivery.Outcome;
import io.stormdrain.notifier.delivery.Plan;
import io.stormdrain.notifier.delivery.Receiver;
import io.stormdrain.notifier.delivery.Receivers;
import io.stormdrain.notifier.delivery.Telling;
import io.stormdrain.notifier.message.Message;
import io.stormdrain.notifier.route.Appointment;
import io.stormdrain.notifier.route.Routing;
import io.stormdrain.notifier.route.Timing;
import io.stormdrain.notifier.store.AppReader;
import io.stormdrain.notifier.store.DayReader;
import io.stormdrain.notifier.threshold.Rulebook;
import io.stormdrain.notifier.threshold.Severity;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Digests that are told once, whatever happens meanwhile. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
final class DigestDeskTest {

  @Inject EntityManager entities;
  @Inject DayReader days;
  @Inject AppReader apps;
  @Inject Rulebook rules;

  private final TestClock clock = new TestClock();
  private final Crew crew = new Crew();
  private final Receivers receivers =
      new Receivers(
          new Plan(
              List.of(crew),
              Routing.toAll(
                  List.of("crew"), Severity.LOW, new Timing(Duration.ZERO, Duration.ZERO)),
              Map.of(),
              Appointment.daily(
                  LocalTime.ofInstant(clock.instant(), ZoneOffset.UTC), ZoneOffset.UTC)));

  /** Hears digests, and answers as it was told to. */
  private static final class Crew implements Receiver {
    private final List<Message> heard = new ArrayList<>();
    private final Deque<Outcome> answers = new ArrayDeque<>();

    @Override
    public String name() {
      return "crew";
    }

    @Override
    public boolean edits() {
      return false;
    }

    @Override
    public Repeats repeats() {
      return Repeats.MARKED;
    }

    @Override
    public Outcome tell(Telling telling) {
      heard.add(telling.message());
      Outcome scripted = answers.poll();
      return scripted == null ? new Outcome.Delivered("m", null) : scripted;
    }
  }

  @BeforeEach
  void anAppThatHasBeenKnownForLong() {
    QuarkusTransaction.requiringNew()
        .run(() -> {
          entities.createNativeQuery("truncate digest_telling").executeUpdate();
          entities
              .createNativeQuery(
                  """
                  insert into case_file (source, app, platform, story, known_since)
                  values ('digest-app', 'digest-app', 'heroku', '{"releases":[],"processes":{}}',
                    now() - interval '30 days')
                  on conflict do nothing
                  """)
              .executeUpdate();
        });
  }

  @Test
  void oneDayIsToldOnceHoweverManyLook() {
    look();
    look();
    clock.pass(Duration.ofMinutes(10));
    look();

    assertThat(crew.heard).hasSize(1);
    assertThat(crew.heard.getFirst().headline())
        .startsWith("Digest: ")
        .contains("critical", "high", "medium", "low");
    assertThat(crew.heard.getFirst().remarks()).isEmpty();
  }

  @Test
  void theNextDayHasItsOwn() {
    look();
    clock.pass(Duration.ofDays(1));
    look();

    assertThat(crew.heard).extracting(Message::incident).doesNotHaveDuplicates().hasSize(2);
  }

  @Test
  void anAppThatSaidNothingIsNamedAsSilent() {
    look();
    assertThat(crew.heard.getFirst().listings())
        .filteredOn(listing -> listing.title().startsWith("Silent"))
        .singleElement()
        .satisfies(listing -> assertThat(listing.lines()).contains("digest-app"));
  }

  @Test
  void whatDidNotArriveIsToldLaterAndSaysSo() {
    crew.answers.add(new Outcome.Retry(Fault.RATE_LIMITED, "429", Duration.ofMinutes(9)));
    look();
    clock.pass(Duration.ofMinutes(8));
    look();
    assertThat(crew.heard).hasSize(1);

    clock.pass(Duration.ofMinutes(1));
    look();
    assertThat(crew.heard).hasSize(2);
    assertThat(crew.heard.getLast().remarks()).containsExactly("delayed 9 min");
    assertThat(crew.heard.getLast().possibleRepeat()).isFalse();
  }

  @Test
  void whatSomebodyWasTellingWhenHeWasKilledMayBeARepeat() {
    QuarkusTransaction.requiringNew().run(() -> list().note(receivers.plan(), clock.instant()));
    QuarkusTransaction.requiringNew()
        .run(() -> {
          StoredTelling row = StoredTelling.<StoredTelling>findAll().firstResult();
          row.claim(clock.instant());
        });
    look();
    assertThat(crew.heard).isEmpty();

    clock.pass(Duration.ofMinutes(2));
    look();
    assertThat(crew.heard).extracting(Message::possibleRepeat).containsExactly(true);
    clock.pass(Duration.ofMinutes(5));
    look();
    assertThat(crew.heard).hasSize(1);
  }

  @Test
  void whatIsHalfADayLateIsNoNews() {
    clock.pass(Duration.ofHours(12));
    look();
    assertThat(crew.heard).isEmpty();
  }

  @Test
  void ofAnAppThatNobodyKnewThenNothingIsTold() {
    QuarkusTransaction.requiringNew()
        .run(() ->
            entities
                .createNativeQuery("update case_file set known_since = now() + interval '1 day'")
                .executeUpdate());
    try {
      look();
      assertThat(crew.heard).isEmpty();
    } finally {
      QuarkusTransaction.requiringNew()
          .run(() ->
              entities
                  .createNativeQuery("update case_file set known_since = now() - interval '1 day'")
                  .executeUpdate());
    }
  }

  /** As a process does that has just been started. */
  private void look() {
    new DigestDesk(list(), digests(), receivers, clock).look();
  }

  private DigestList list() {
    return new DigestList(entities, apps, digests());
  }

  private Digests digests() {
    return new Digests(days, apps, rules, receivers);
  }
}
