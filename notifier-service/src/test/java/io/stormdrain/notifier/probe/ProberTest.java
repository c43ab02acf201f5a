package io.stormdrain.notifier.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.stormdrain.notifier.Settings;
import io.stormdrain.notifier.TestClock;
import io.stormdrain.notifier.TestDatabase;
import io.stormdrain.notifier.TroubledApp;
import io.stormdrain.notifier.delivery.Courier;
import io.stormdrain.notifier.delivery.Filing;
import io.stormdrain.notifier.delivery.Outbox;
import io.stormdrain.notifier.outgoing.ScriptedHttp;
import io.stormdrain.notifier.outgoing.WayOut;
import io.stormdrain.notifier.store.IncidentReader;
import io.stormdrain.notifier.store.IncidentStore;
import io.stormdrain.notifier.store.NumberedIncident;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An app is asked whether it is well, and two wrong answers are an incident. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
final class ProberTest {

  @Inject Rota rota;
  @Inject IncidentStore store;
  @Inject IncidentReader incidents;
  @Inject Filing filing;
  @Inject Outbox outbox;
  @Inject Courier courier;
  @Inject EntityManager entities;

  @TempDir Path folder;

  private final TestClock clock = new TestClock();
  private final ScriptedHttp app = new ScriptedHttp();

  ProberTest() throws IOException {}

  @BeforeEach
  void begin() {
    QuarkusTransaction.requiringNew()
        .run(() ->
            entities
                .createNativeQuery(
                    "truncate delivery, conversation, transition, finding, storm_member, incident, case_file, probe")
                .executeUpdate());
  }

  @AfterEach
  void stop() {
    app.close();
  }

  @Test
  void twoWrongAnswersAreAnIncidentAndTheFirstRightOneEndsIt() throws Exception {
    heard();
    app.then(503, "no");
    app.then(503, "no");
    app.then(200, "ok");
    Prober prober = prober();

    turn(prober);
    assertThat(live()).isEmpty();
    turn(prober);
    assertThat(live())
        .extracting(one -> one.incident().title())
        .containsExactly("shop does not answer when it is asked whether it is well (status 503)");
    turn(prober);
    assertThat(live()).isEmpty();
    assertThat(app.requests())
        .extracting(ScriptedHttp.Request::path)
        .containsOnly("/health")
        .hasSize(3);
  }

  @Test
  void anAppOfWhichNothingWasHeardIsNoIncident() throws Exception {
    app.then(503, "no");
    app.then(503, "no");
    Prober prober = prober();
    turn(prober);
    turn(prober);

    assertThat(live()).isEmpty();
  }

  @Test
  void ofTwoInstancesOneAsksAndOnlyWhenItsTurnHasCome() throws Exception {
    heard();
    Prober one = prober();
    Prober other = prober();
    finish(one.look());
    finish(other.look());
    assertThat(app.requests()).hasSize(1);
    clock.pass(Duration.ofSeconds(59));
    finish(other.look());
    assertThat(app.requests()).hasSize(1);
    clock.pass(Duration.ofSeconds(1));
    finish(other.look());
    assertThat(app.requests()).hasSize(2);
  }

  @Test
  void anAppThatIsOnlyAskedIsSilentAndNothingIsOverByThat() throws Exception {
    QuarkusTransaction.requiringNew()
        .run(() ->
            TroubledApp.says(store, outbox, clock.instant(), "shop", "request.crashed", "H10"));
    for (int minute = 0; minute < 40; minute++) {
      app.then(503, "no");
    }
    Prober prober = prober();
    for (int minute = 0; minute < 40; minute++) {
      turn(prober);
    }

    assertThat(QuarkusTransaction.requiringNew().call(() -> incidents.live("shop", 10)))
        .extracting(one -> one.incident().type())
        .contains("app-crashed-request");
  }

  @Test
  void nobodyWhoListensIsNoAnswer() throws Exception {
    heard();
    Prober prober = prober();
    app.close();
    turn(prober);
    clock.pass(Duration.ofMinutes(1));
    turn(prober);

    assertThat(live())
        .extracting(one -> one.incident().title())
        .first()
        .asString()
        .contains("(connection refused)");
  }

  private void heard() {
    QuarkusTransaction.requiringNew()
        .run(
            () -> TroubledApp.says(store, outbox, clock.instant(), "shop", "build.succeeded", "1"));
  }

  private void turn(Prober prober) throws InterruptedException {
    finish(prober.look());
    clock.pass(Duration.ofMinutes(1));
  }

  private static void finish(List<Thread> asked) throws InterruptedException {
    for (Thread thread : asked) {
      thread.join();
    }
  }

  private Prober prober() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("probes.yaml"),
            "- {app: shop, url: '%s'}".formatted(app.address("/health")));
    Prober prober =
        new Prober(
            Settings.of(Map.of("stormdrain.notifier.probes-file", file.toString())),
            rota,
            WayOut.outgoing(),
            store,
            filing,
            courier,
            clock);
    prober.note();
    return prober;
  }

  private List<NumberedIncident> live() {
    return QuarkusTransaction.requiringNew()
        .call(() ->
            incidents.live("shop", 10).stream()
                .filter(one -> one.incident().type().equals("probe-failed"))
                .toList());
  }
}
