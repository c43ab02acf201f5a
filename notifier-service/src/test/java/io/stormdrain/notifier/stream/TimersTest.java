package io.stormdrain.notifier.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.stormdrain.notifier.TestClock;
import io.stormdrain.notifier.TestDatabase;
import io.stormdrain.notifier.TroubledApp;
import io.stormdrain.notifier.delivery.Outbox;
import io.stormdrain.notifier.signal.Signal;
import io.stormdrain.notifier.store.IncidentStore;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the clock on the wall brings about, in the real database. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
final class TimersTest {

  private static final Set<Integer> PARTITION = Set.of(0);

  @Inject IncidentStore store;
  @Inject Outbox outbox;
  @Inject SignalReader reader;
  @Inject SignalMetrics metrics;
  @Inject EntityManager entities;

  private final TestClock clock = new TestClock();

  @BeforeEach
  void troubles() {
    change(
        "truncate delivery, conversation, transition, finding, storm_member, incident, case_file, stream_position");
    for (String app : List.of("cart", "shop", "till")) {
      QuarkusTransaction.requiringNew()
          .run(
              () -> TroubledApp.says(store, outbox, clock.instant(), app, "port.scanned", "10000"));
    }
  }

  @Test
  void nothingHappensBeforeItIsDue() {
    clock.pass(Duration.ofMinutes(4));
    assertThat(fire()).isFalse();
    assertThat(opened()).isEmpty();
  }

  @Test
  void anAppThatCannotBeReadStopsNoOtherAndIsTriedAgainLater() {
    change("update case_file set story = '[]' where source = 'shop'");
    clock.pass(Duration.ofMinutes(6));
    assertThat(fire()).isTrue();
    assertThat(opened()).containsExactly("cart", "till");
    assertThat(fire()).isFalse();

    clock.pass(Duration.ofMinutes(11));
    change(
        "update case_file set story = (select story from case_file where source = 'cart')"
            + " where source = 'shop'");
    assertThat(fire()).isTrue();
    assertThat(opened()).containsExactly("cart", "shop", "till");
  }

  @Test
  void anAppWhoseStoryMaySayOtherwiseHasToWait() {
    clock.pass(Duration.ofMinutes(6));
    assertThat(new Timers(store, reader, metrics, clock).fire(Set.of(1, 2), clock.instant()))
        .isFalse();
    assertThat(opened()).isEmpty();
  }

  @Test
  void nobodyIsCalledSilentBeforeAllThatWasSaidHasBeenHeard() {
    QuarkusTransaction.requiringNew()
        .run(() -> TroubledApp.says(store, outbox, clock.instant(), heard("clock")));
    Instant before = clock.instant();
    clock.pass(Duration.ofMinutes(20));
    Timers timers = new Timers(store, reader, metrics, clock);
    assertThat(timers.fire(PARTITION, before)).isTrue();
    assertThat(timers.fire(PARTITION, before)).isFalse();
    assertThat(opened()).containsExactly("cart", "shop", "till");

    assertThat(timers.fire(PARTITION, clock.instant())).isTrue();
    assertThat(opened()).containsExactly("cart", "clock", "shop", "till");
  }

  private Signal heard(String app) {
    return new Signal(
        "0/heard",
        "app.heard",
        app,
        app,
        "heroku",
        "production",
        null,
        null,
        clock.instant(),
        null,
        Map.of("silence", 600L),
        List.of(),
        null);
  }

  private boolean fire() {
    return new Timers(store, reader, metrics, clock).fire(PARTITION, clock.instant());
  }

  private void change(String sql) {
    QuarkusTransaction.requiringNew().run(() -> entities.createNativeQuery(sql).executeUpdate());
  }

  private List<String> opened() {
    return QuarkusTransaction.requiringNew()
        .call(() ->
            entities
                .createQuery("select i.app from StoredIncident i order by i.app", String.class)
                .getResultList());
  }
}
