package io.stormdrain.notifier.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.stormdrain.notifier.TestDatabase;
import io.stormdrain.notifier.TroubledApp;
import io.stormdrain.notifier.delivery.Outbox;
import io.stormdrain.notifier.incident.App;
import io.stormdrain.notifier.incident.CaseFile;
import io.stormdrain.notifier.process.Story;
import io.stormdrain.notifier.threshold.Rulebook;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is remembered of apps is what the database says, whoever wrote it. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
final class CaseMemoryTest {

  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
  private static final List<String> TYPES =
      List.of(
          "constraint.violated", "port.scanned", "build.failed", "build.succeeded", "row.missing");

  @Inject IncidentStore store;
  @Inject Outbox outbox;
  @Inject EntityManager entities;
  @Inject Rulebook rules;
  @Inject FindingRows rows;

  @Test
  void whatIsRememberedIsWhatIsStored() {
    Random random = new Random(7);
    for (int i = 0; i < 60; i++) {
      Instant now = NOW.plusSeconds(i * 20L);
      String type = TYPES.get(random.nextInt(TYPES.size()));
      String subject = "key-" + random.nextInt(4);
      QuarkusTransaction.requiringNew()
          .run(() -> TroubledApp.says(store, outbox, now, "remembered", type, subject));
      Stored remembered = read(store, "remembered");
      assertThat(remembered).isEqualTo(read(forgetful(), "remembered"));
    }
    assertThat(read(store, "remembered").findings()).contains("constraint");
  }

  @Test
  void whatOthersWriteIsSeen() {
    for (int i = 0; i < 3; i++) {
      says("others", "key-" + i);
    }
    QuarkusTransaction.requiringNew()
        .run(() ->
            TroubledApp.says(
                forgetful(), outbox, NOW, "others", "constraint.violated", "elsewhere"));

    assertThat(read(store, "others").findings()).contains("elsewhere");
  }

  @Test
  void whatWasRolledBackWasNeverRemembered() {
    says("undone", "kept");
    says("undone", "kept");
    QuarkusTransaction.begin();
    TroubledApp.says(store, outbox, NOW, "undone", "row.missing", "lost");
    QuarkusTransaction.rollback();

    assertThat(read(store, "undone")).isEqualTo(read(forgetful(), "undone"));
    assertThat(read(store, "undone").findings()).doesNotContain("lost");
  }

  @Test
  void thoseThatWereSilentForLongestAreForgottenFirst() {
    CaseMemory small = new CaseMemory(2_500);
    small.put("a", new CaseMemory.Known("1", Story.BLANK, List.of(), List.of()));
    small.put("b", new CaseMemory.Known("1", Story.BLANK, List.of(), List.of()));
    assertThat(small.find("a", "1")).isNotNull();
    small.put("c", new CaseMemory.Known("1", Story.BLANK, List.of(), List.of()));

    assertThat(small.find("b", "1")).isNull();
    assertThat(small.find("a", "1")).isNotNull();
    assertThat(small.find("a", "2")).isNull();
  }

  private void says(String app, String subject) {
    QuarkusTransaction.requiringNew()
        .run(() -> TroubledApp.says(store, outbox, NOW, app, "constraint.violated", subject));
  }

  /** All of a case file, in its order. */
  private record Stored(String findings, String incidents, Story story) {}

  private static Stored read(IncidentStore from, String app) {
    return QuarkusTransaction.requiringNew()
        .call(() -> {
          CaseFile file =
              Objects.requireNonNull(
                  from.open(List.of(new App(app, app, "heroku", "production"))).get(app));
          return new Stored(
              file.docket().findings().toString(),
              file.docket().incidents().toString(),
              file.story());
        });
  }

  private IncidentStore forgetful() {
    return new IncidentStore(entities, rules, rows, new CaseMemory(0));
  }
}
