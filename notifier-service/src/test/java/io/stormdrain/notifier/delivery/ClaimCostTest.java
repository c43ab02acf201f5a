package io.stormdrain.notifier.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.stormdrain.notifier.TestClock;
import io.stormdrain.notifier.TestDatabase;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What one round costs does not depend on how much was told before. Counted in rows of the outbox
 * that PostgreSQL looks at, which no other load on the machine changes.
 */
@QuarkusTest
@WithTestResource(TestDatabase.class)
final class ClaimCostTest {

  private static final int WAITING = 40;
  private static final int CLAIMED = 10;
  private static final int HISTORY = 30_000;

  @Inject EntityManager entities;

  private final TestClock clock = new TestClock();
  private final FakeReceiver poster = FakeReceiver.poster("poster");
  private final PostOffice office = new PostOffice(clock, Map.of(), poster);

  @BeforeEach
  void clear() {
    PostOffice.clear();
  }

  @AfterEach
  void forget() {
    PostOffice.clear();
    analyze();
  }

  @Test
  void aClaimLooksAtAsManyRowsAfterALongHistoryAsAfterNone() throws Exception {
    long few = rowsOfAClaim();
    clear();
    history();
    long many = rowsOfAClaim();

    assertThat(few).isPositive();
    assertThat(many).isLessThanOrEqualTo(few + CLAIMED);
  }

  @Test
  void lookingAfterTheOutboxLooksAtNoHistory() throws Exception {
    history();
    IntStream.range(0, WAITING).forEach(n -> office.breaks("shop-" + n));
    analyze();
    clock.pass(Duration.ofMinutes(1));
    Instant now = clock.instant();
    Receivers receivers = office.watch.receivers();

    assertThat(rows(() -> Leases.lapse(receivers, now))).isZero();
    assertThat(rows(() -> office.claims.abandon(receivers, now))).isLessThanOrEqualTo(WAITING);
    assertThat(rows(() -> office.reader.nextDue("poster", now))).isLessThanOrEqualTo(1);
    assertThat(rows(() -> office.reader.backlogs(receivers.names()))).isLessThanOrEqualTo(WAITING);
  }

  private long rowsOfAClaim() {
    IntStream.range(0, WAITING).forEach(n -> office.breaks("shop-" + n));
    analyze();
    clock.pass(Duration.ofMinutes(1));
    return rows(() ->
        assertThat(office.claims.take(poster, CLAIMED, clock.instant()).claims()).hasSize(CLAIMED));
  }

  /** An incident that came and went for years, all of it told. */
  private void history() throws InterruptedException {
    office.breaks("old");
    office.deliverAfter(Duration.ofMinutes(1));
    QuarkusTransaction.requiringNew()
        .run(() -> {
          run(
              """
              insert into transition (incident_id, seq, at, to_state, reason, severity, detail)
              select incident_id, n, at, to_state, reason, severity, detail
              from transition, generate_series(2, %d) n where seq = 1
              """);
          run(
              """
              insert into delivery (id, incident_id, seq, receiver, reason, form, state, created_at,
                due_at, settled_at, urgency)
              select -n, incident_id, n, receiver, reason, form, 'SENT', created_at, due_at,
                settled_at, urgency
              from delivery, generate_series(2, %d) n where seq = 1
              """);
        });
  }

  private void run(String sql) {
    entities.createNativeQuery(sql.formatted(HISTORY)).executeUpdate();
  }

  private void analyze() {
    QuarkusTransaction.requiringNew()
        .run(() -> entities.createNativeQuery("analyze delivery").executeUpdate());
  }

  /** Rows of the outbox that a transaction looks at. */
  private long rows(Runnable work) {
    return QuarkusTransaction.requiringNew()
        .call(() -> {
          long before = looked();
          work.run();
          entities.flush();
          return looked() - before;
        });
  }

  private long looked() {
    return ((Number)
            entities
                .createNativeQuery(
                    """
                    select coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0)
                    from pg_stat_xact_user_tables where schemaname = 'notifier' and relname = 'delivery'
                    """)
                .getSingleResult())
        .longValue();
  }
}
