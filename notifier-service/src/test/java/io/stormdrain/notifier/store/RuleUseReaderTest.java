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
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people made of what alert rules told them. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
final class RuleUseReaderTest {

  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

  @Inject IncidentStore store;
  @Inject RuleUseReader reader;
  @Inject Outbox outbox;
  @Inject EntityManager entities;

  @BeforeEach
  void begin() {
    change(
        "truncate delivery, conversation, transition, finding, incident, case_file, parked_signal");
    for (int i = 0; i < 6; i++) {
      says("noisy-" + i, "build.failed", NOW.plusSeconds(i));
      says("noisy-" + i, "build.succeeded", NOW.plusSeconds(600));
    }
    change("update delivery set state = 'SENT', told_by = id, claim = null");
  }

  @Test
  void whatIsToldAgainAndAgainAndNobodyLooksAfterIsNoise() {
    RuleUse use = use(null);

    assertThat(use.incidents()).isEqualTo(6);
    assertThat(use.messages()).isPositive();
    assertThat(use.lookedAfter()).isZero();
    assertThat(use.openMinutes()).isBetween(9.8, 10.0);
    assertThat(use.isNoise()).isTrue();
  }

  @Test
  void oneOfSixThatSomebodyLookedAfterMakesTheDifference() {
    change(
        "update transition set actor = 'kim' where seq = 2 and incident_id ="
            + " (select id from incident where app = 'noisy-3' and type = 'build-failed')");

    assertThat(use(null).lookedAfter()).isEqualTo(1);
    assertThat(use(null).isNoise()).isFalse();
  }

  @Test
  void onlyTheAppsThatOneMaySeeAreCounted() {
    assertThat(use(Set.of("noisy-1", "noisy-2")).incidents()).isEqualTo(2);
    assertThat(since(NOW, Set.of())).isEmpty();
  }

  @Test
  void whatWasOpenedBeforeIsNotCounted() {
    assertThat(since(NOW.plusSeconds(1_000), null)).isEmpty();
  }

  private RuleUse use(@Nullable Set<String> among) {
    return since(NOW.minusSeconds(1), among).stream()
        .filter(use -> use.rule().equals("build-failed"))
        .findFirst()
        .orElseThrow();
  }

  private List<RuleUse> since(Instant from, @Nullable Set<String> among) {
    return QuarkusTransaction.requiringNew().call(() -> reader.since(from, among));
  }

  private void says(String app, String type, Instant at) {
    QuarkusTransaction.requiringNew()
        .run(() -> TroubledApp.says(store, outbox, at, app, type, "1"));
  }

  private void change(String sql) {
    QuarkusTransaction.requiringNew().run(() -> entities.createNativeQuery(sql).executeUpdate());
  }
}
