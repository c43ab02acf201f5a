package io.stormdrain.notifier.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.stormdrain.notifier.TestDatabase;
import io.stormdrain.notifier.TroubledApp;
import io.stormdrain.notifier.delivery.Outbox;
import io.stormdrain.notifier.incident.App;
import io.stormdrain.notifier.incident.CaseFile;
import io.stormdrain.notifier.incident.Docket;
import io.stormdrain.notifier.threshold.AlertRules;
import io.stormdrain.notifier.threshold.RuleText;
import io.stormdrain.notifier.threshold.ShippedRules;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
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
  @Inject Shadows shadows;
  @Inject Outbox outbox;
  @Inject EntityManager entities;

  @BeforeEach
  void begin() {
    change(
        "truncate delivery, conversation, transition, finding, storm_member, incident, case_file, parked_signal, shadow");
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

  @Test
  void whatARuleInShadowWouldHaveToldIsCountedAndListed() {
    QuarkusTransaction.requiringNew().run(() -> jams("noisy-1"));

    RuleUse jammed =
        since(NOW, null).stream().filter(use -> use.rule().equals("jam")).findFirst().orElseThrow();
    assertThat(jammed.inShadow()).isEqualTo(1);
    assertThat(jammed.incidents()).isZero();
    assertThat(jammed.isNoise()).isFalse();
    assertThat(untold(null))
        .extracting(Shadows.Seen::title, Shadows.Seen::over)
        .containsExactly(tuple("noisy-1 is jammed", NOW.plusSeconds(600)));
    assertThat(untold(Set.of("noisy-2"))).isEmpty();

    QuarkusTransaction.requiringNew().run(() -> shadows.forget(NOW.plusSeconds(1)));
    assertThat(untold(null)).isEmpty();
  }

  private List<Shadows.Seen> untold(@Nullable Set<String> among) {
    return QuarkusTransaction.requiringNew().call(() -> shadows.since(NOW, among, 10));
  }

  private void jams(String name) {
    App app = new App(name, name, "heroku", "production");
    CaseFile known = Objects.requireNonNull(store.open(List.of(app)).get(name));
    CaseFile file = new CaseFile(jam(), known.story(), new Docket(app, List.of(), List.of()), 1);
    file.accept(TroubledApp.signal(NOW, name, "queue.full", "mail"), NOW);
    file.advance(NOW.plusSeconds(601));
    store.save(file);
  }

  private static AlertRules jam() {
    String yaml =
        """
        - id: jam
          on: [queue.full]
          stage: cause
          severity: high
          shadow: true
          opens: at-once
          resolves: [{quiet: 10m}]
          title: "{app} is jammed"
        """;
    return ShippedRules.pack(List.of(new RuleText("own.yaml", yaml.getBytes(UTF_8)))).rules();
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
