package io.stormdrain.notifier.heartbeat;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.stormdrain.notifier.Secret;
import io.stormdrain.notifier.Settings;
import io.stormdrain.notifier.TestClock;
import io.stormdrain.notifier.TestDatabase;
import io.stormdrain.notifier.delivery.Courier;
import io.stormdrain.notifier.outgoing.ScriptedHttp;
import io.stormdrain.notifier.outgoing.WayOut;
import io.stormdrain.notifier.receiver.Poster;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The sign of life, which must stay away when nobody looks after the outbox. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
final class HeartbeatTest {

  private static final Duration EVERY = Duration.ofHours(2);

  @Inject Courier courier;

  private final TestClock clock = new TestClock();
  private final ScriptedHttp listener = new ScriptedHttp();

  HeartbeatTest() throws IOException {}

  @AfterEach
  void stop() {
    listener.close();
  }

  @Test
  void whileTheOutboxIsLookedAfterThereIsASign() {
    beat();

    assertThat(listener.requests()).hasSize(1);
    assertThat(listener.requests().getFirst().path()).isEqualTo("/ping/1");
  }

  @Test
  void whenNobodyHasLookedForThatLongThereIsNone() {
    clock.pass(EVERY.multipliedBy(2));
    beat();

    assertThat(listener.requests()).isEmpty();
  }

  @Test
  void whatTheListenerAnswersKeepsItFromNothing() {
    listener.then(500, "no");
    Heartbeat heart = heart();
    heart.beat(poster());
    heart.beat(poster());

    assertThat(listener.requests()).hasSize(2);
  }

  private void beat() {
    heart().beat(poster());
  }

  private Heartbeat heart() {
    return new Heartbeat(
        Settings.of(Map.of("stormdrain.notifier.heartbeat.every", EVERY.toString())),
        WayOut.outgoing(),
        courier,
        clock);
  }

  private Poster poster() {
    return new Poster(
        Secret.of(listener.address("/ping/1").toString()),
        WayOut.post(Duration.ofSeconds(5)),
        clock);
  }
}
