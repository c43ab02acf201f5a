package io.stormdrain.notifier.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.stormdrain.notifier.CountedApp;
import io.stormdrain.notifier.TestDatabase;
import io.stormdrain.notifier.signal.Vitals;
import io.stormdrain.notifier.vitals.Counts;
import io.stormdrain.notifier.vitals.Step;
import io.stormdrain.notifier.vitals.Window;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Vitals in a real database. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
final class VitalsStoreTest {

  private static final Instant TEN = Instant.parse("2026-03-01T10:00:00Z");

  @Inject VitalsStore store;

  @Test
  void whatIsToldInPiecesAddsUpInBothLengths() {
    add(vitals("sums", 0, 3), vitals("sums", 0, 2), vitals("sums", 50, 1));
    add(vitals("sums", 0, 4), vitals("sums", 60, 9));

    assertThat(read("sums", Step.TEN_SECONDS))
        .containsExactly(window(0, 9), window(50, 1), window(60, 9));
    assertThat(read("sums", Step.MINUTE)).containsExactly(window(0, 10), window(60, 9));
  }

  @Test
  void appsAreCountedApart() {
    add(vitals("one", 0, 3), vitals("other", 0, 2));

    assertThat(read("one", Step.MINUTE)).containsExactly(window(0, 3));
  }

  @Test
  void onlyWhatIsAskedForIsRead() {
    add(vitals("part", 0, 1), vitals("part", 10, 2), vitals("part", 20, 3));

    assertThat(
            QuarkusTransaction.requiringNew()
                .call(() ->
                    store.read("part", Step.TEN_SECONDS, TEN.plusSeconds(10), TEN.plusSeconds(20))))
        .containsExactly(window(10, 2));
  }

  @Test
  void whatIsOldIsForgottenInItsLength() {
    add(vitals("old", 0, 1), vitals("old", 60, 2));

    QuarkusTransaction.requiringNew()
        .run(() -> store.forget(Step.TEN_SECONDS, TEN.plusSeconds(60)));

    assertThat(read("old", Step.TEN_SECONDS)).containsExactly(window(60, 2));
    assertThat(read("old", Step.MINUTE)).hasSize(2);
  }

  private void add(Vitals... vitals) {
    QuarkusTransaction.requiringNew().run(() -> store.add(List.of(vitals)));
  }

  private List<Window> read(String app, Step step) {
    return QuarkusTransaction.requiringNew()
        .call(() -> store.read(app, step, TEN, TEN.plusSeconds(3600)));
  }

  private static Vitals vitals(String app, long second, long requests) {
    return CountedApp.vitals(
        app,
        TEN.plusSeconds(second),
        Map.of("2xx", requests),
        List.of(new Vitals.Bucket(64, requests)),
        Map.of("web.1", new Vitals.Memory(512, 1024L)),
        0);
  }

  private static Window window(long second, long requests) {
    return new Window(TEN.plusSeconds(second), Counts.of(vitals("any", second, requests)));
  }
}
