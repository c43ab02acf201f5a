package io.stormdrain.ingest.line;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.stormdrain.engines.Engines;
import io.stormdrain.ingest.line.KafkaHealth.Cause;
import io.stormdrain.ingest.line.Settlement.Published;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KafkaLinkTest {
  private static final Duration DEADLINE = Duration.ofSeconds(4);

  private final BlockingQueue<Settlement> settled = new LinkedBlockingQueue<>();
  private final FakeLoop loop = new FakeLoop();
  private @Nullable KafkaLink link;

  @AfterEach
  void close() {
    Objects.requireNonNull(link).close();
  }

  @Test
  void aClientThatIsBeyondRepairIsReplaced() throws InterruptedException {
    KafkaLink opened = open(Engines.kafka());
    await(opened, Cause.REACHABLE);
    Objects.requireNonNull(opened.client()).close();

    deliver(opened);

    assertThat(settled.poll(10, TimeUnit.SECONDS)).isEqualTo(new Published(1));
  }

  @Test
  void aNameThatCannotBeResolvedIsACauseAndNoEnd() {
    KafkaLink opened = open("no-such-host.invalid:9092");

    await(opened, Cause.NO_CLIENT);

    assertThat(opened.health().detail()).contains("bootstrap");
    assertThat(opened.servers()).isEqualTo("no-such-host.invalid:9092");
  }

  @Test
  void aPortWithoutBrokerIsUnreachable() {
    await(open("127.0.0.1:1"), Cause.UNREACHABLE);
  }

  private KafkaLink open(String servers) {
    KafkaLink opened = new KafkaLink(Map.of("bootstrap.servers", servers), DEADLINE);
    link = opened;
    opened.open();
    return opened;
  }

  /** Delivers one line; the test is the event loop. */
  private void deliver(KafkaLink to) {
    Lines one =
        new Lines() {
          private boolean taken;

          @Override
          public @Nullable LogLine next() {
            byte[] value = "one".getBytes(UTF_8);
            LogLine line =
                new LogLine(System.currentTimeMillis(), "link".getBytes(UTF_8), value, List.of());
            boolean first = !taken;
            taken = true;
            return first ? line : null;
          }
        };
    new Delivery(one, to, loop, new InFlight(1_000), settled::add, () -> {}).begin();
    long end = System.nanoTime() + 10_000_000_000L;
    while (settled.isEmpty() && System.nanoTime() < end) {
      loop.pass(1);
      Thread.onSpinWait();
    }
  }

  private static void await(KafkaLink link, Cause cause) {
    long end = System.nanoTime() + 20_000_000_000L;
    while (link.health().cause() != cause && System.nanoTime() < end) {
      Thread.onSpinWait();
    }
    assertThat(link.health().cause()).isEqualTo(cause);
  }
}
