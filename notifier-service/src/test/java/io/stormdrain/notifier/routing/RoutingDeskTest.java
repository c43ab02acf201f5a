package io.stormdrain.notifier.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.stormdrain.notifier.Settings;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A routing file that changes while the service runs. */
final class RoutingDeskTest {

  private static final Vertx VERTX = Vertx.vertx();
  private static final String HOOK =
      """
      receivers:
        - id: %s
          slack_webhook: {url: 'https://hooks.example.org/1'}
      route: {receivers: [%s]}
      """;

  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

  @TempDir Path folder = Path.of("");

  @AfterAll
  static void stopVertx() {
    VERTX.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void aChangeIsInForceAsAWhole() throws IOException {
    RoutingDesk desk = desk(HOOK.formatted("one", "one"));
    write(HOOK.formatted("two", "two"));
    desk.look();

    assertThat(desk.receivers().names()).containsExactly("two");
    assertThat(desk.receivers().plan().routing().receivers()).containsExactly("two");
    assertThat(reloads("taken")).isEqualTo(1);
  }

  @Test
  void whatCannotBeUsedChangesNothingAndIsSaidOnce() throws IOException {
    RoutingDesk desk = desk(HOOK.formatted("one", "one"));
    write(HOOK.formatted("two", "three"));
    desk.look();
    desk.look();

    assertThat(desk.receivers().names()).containsExactly("one");
    assertThat(desk.refusal()).startsWith("routing.yaml:4: there is no receiver 'three'");
    assertThat(reloads("refused")).isEqualTo(1);

    write(HOOK.formatted("two", "two"));
    desk.look();

    assertThat(desk.receivers().names()).containsExactly("two");
    assertThat(desk.refusal()).isNull();
  }

  @Test
  void aFileThatIsAwayForAMomentChangesNothing() throws IOException {
    RoutingDesk desk = desk(HOOK.formatted("one", "one"));
    Files.delete(folder.resolve("routing.yaml"));
    desk.look();

    assertThat(desk.receivers().names()).containsExactly("one");
    assertThat(desk.refusal()).contains("cannot be read");

    write(HOOK.formatted("one", "one"));
    desk.look();

    assertThat(desk.refusal()).isNull();
  }

  @Test
  void aFileThatCannotBeUsedStopsTheStart() {
    assertThatThrownBy(() -> desk("route: {receivers: [nobody]}\n"))
        .hasMessageContaining(
            "routing.yaml:1: there is no receiver 'nobody', there are [terminal]");
  }

  private RoutingDesk desk(String content) throws IOException {
    write(content);
    return new RoutingDesk(
        Settings.of(
            Map.of("stormdrain.notifier.routing-file", folder.resolve("routing.yaml").toString())),
        VERTX,
        InstantSource.system(),
        registry);
  }

  private void write(String content) throws IOException {
    Files.writeString(folder.resolve("routing.yaml"), content);
  }

  private double reloads(String result) {
    return registry
        .get("stormdrain.notifier.routing.reloads")
        .tag("result", result)
        .counter()
        .count();
  }
}
