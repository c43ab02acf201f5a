package io.stormdrain.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.stormdrain.engines.Engines;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kill -9 of the door while lines wait in its spool, while more are written to it, and while it is
 * drained: what was acknowledged reaches the topic, and is counted once.
 */
final class SpoolKillTest {

  private static final String APP = "spool-kill";
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int SENDERS = 3;
  private static final int KILLS = 4;
  private static final int BETWEEN_KILLS = 60;

  @TempDir private Path folder;

  /** Texts of acknowledged frames by the name of their line. */
  private final Map<String, String> acknowledged = new ConcurrentSkipListMap<>();

  private volatile boolean over;

  @Test
  void everyAcknowledgedLineReachesTheTopicAndCountsOnce() throws Exception {
    try (SpoolDoor door = new SpoolDoor(APP, folder.resolve("spool"))) {
      List<Thread> senders = new ArrayList<>();
      Engines.killKafka();
      try {
        for (int i = 0; i < SENDERS; i++) {
          int sender = i;
          senders.add(Thread.ofVirtual().start(() -> send(door, sender)));
        }
        for (int i = 0; i < KILLS; i++) {
          awaitMore(door, BETWEEN_KILLS);
          killAndRestart(door);
        }
        awaitMore(door, BETWEEN_KILLS);
      } finally {
        Engines.restartKafka();
      }
      Await.until(
          "that lines leave the spool",
          PATIENCE,
          () -> door.service.metric("stormdrain_ingest_spool_drained_lines_total") > 0,
          door.service::log);
      killAndRestart(door);
      over = true;
      for (Thread sender : senders) {
        sender.join();
      }
      door.awaitDrained();
    }

    Published published = Published.of(Engines.kafka(), APP);
    assertThat(acknowledged).hasSizeGreaterThan((KILLS + 1) * BETWEEN_KILLS);
    assertThat(published.byName()).containsAllEntriesOf(acknowledged);
    for (int i = 0; i < SENDERS; i++) {
      assertThat(numbersOf(i, published)).isSorted().doesNotHaveDuplicates();
    }
  }

  /** One frame after the other, as Logplex sends; what is not acknowledged is given up. */
  private void send(SpoolDoor door, int sender) {
    for (int i = 0; !over; i++) {
      String frame = "frame-%d-%06d".formatted(sender, i);
      String text = "line %d of %d".formatted(i, sender);
      if (door.post(frame, text) == 204) {
        acknowledged.put(frame + "#0", text);
      }
    }
  }

  private void awaitMore(SpoolDoor door, int lines) {
    int before = acknowledged.size();
    Await.until(
        lines + " lines more",
        PATIENCE,
        () -> acknowledged.size() >= before + lines,
        () -> acknowledged.size() - before + "\n" + door.service.log());
  }

  private static void killAndRestart(SpoolDoor door) {
    door.service.kill();
    door.service.start();
    door.service.awaitReady();
  }

  private static List<Integer> numbersOf(int sender, Published published) {
    String opening = "frame-" + sender + "-";
    return published.byName().keySet().stream()
        .filter(name -> name.startsWith(opening))
        .map(name -> Integer.valueOf(name.substring(opening.length(), name.indexOf('#'))))
        .toList();
  }
}
