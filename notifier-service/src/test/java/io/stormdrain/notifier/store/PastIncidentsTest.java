package io.stormdrain.notifier.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.stormdrain.notifier.TestDatabase;
import io.stormdrain.notifier.TroubledApp;
import io.stormdrain.notifier.delivery.Outbox;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is forgotten of the past, and what is not. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
final class PastIncidentsTest {

  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
  private static final int MANY = 100;

  @Inject IncidentStore store;
  @Inject PastIncidents past;
  @Inject Outbox outbox;
  @Inject EntityManager entities;

  @BeforeEach
  void begin() {
    change(
        "truncate delivery, conversation, transition, finding, storm_member, incident, case_file, parked_signal");
    says("build.failed", NOW);
  }

  @Test
  void anOpenIncidentIsNeverForgotten() {
    assertThat(forget(NOW.plusSeconds(1_000_000))).isZero();
  }

  @Test
  void oneThatMayStillComeBackIsKept() {
    says("build.succeeded", NOW.plusSeconds(60));

    assertThat(forget(NOW.plusSeconds(1_000_000))).isZero();
  }

  @Test
  void oneThatIsOverGoesWithAllThatWasToldOfIt() {
    over();

    assertThat(forget(NOW.plusSeconds(61))).isEqualTo(1);
    assertThat(rows("incident where type = 'build-failed'")).isZero();
  }

  @Test
  void oneThatIsStillToBeToldIsKept() {
    over();
    change("update delivery set state = 'PENDING', due_at = now() + interval '1 day'");

    assertThat(forget(NOW.plusSeconds(61))).isZero();
  }

  @Test
  void oneThatEndedLaterIsKept() {
    over();

    assertThat(forget(NOW.plusSeconds(59))).isZero();
    assertThat(rows("transition")).isPositive();
  }

  @Test
  void whatCouldNotBeReadIsForgottenToo() {
    change(
        "insert into parked_signal (topic, partition, record_offset, reason) values ('signals', 0, 1, 'x')");

    assertThat(parked(Instant.now().minusSeconds(60))).isZero();
    assertThat(parked(Instant.now().plusSeconds(60))).isEqualTo(1);
  }

  private void over() {
    says("build.succeeded", NOW.plusSeconds(60));
    change("update finding set active = false");
    change("update delivery set state = 'SENT', claim = null");
  }

  private int forget(Instant before) {
    return QuarkusTransaction.requiringNew().call(() -> past.forget(before, MANY));
  }

  private int parked(Instant before) {
    return QuarkusTransaction.requiringNew().call(() -> past.forgetParked(before));
  }

  private void says(String type, Instant at) {
    QuarkusTransaction.requiringNew()
        .run(() -> TroubledApp.says(store, outbox, at, "past", type, "1"));
  }

  private void change(String sql) {
    QuarkusTransaction.requiringNew().run(() -> entities.createNativeQuery(sql).executeUpdate());
  }

  private long rows(String table) {
    return QuarkusTransaction.requiringNew()
        .call(() ->
            (Long)
                entities
                    .createNativeQuery("select count(*) from " + table, Long.class)
                    .getSingleResult());
  }
}
