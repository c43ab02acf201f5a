package io.stormdrain.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.stormdrain.engines.Engines;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * The disk of the spool is full while Kafka is away. It is a file system of its own, of one
 * megabyte: this needs the right to mount one, and is left out where there is none.
 */
final class SpoolDiskFullTest {

  private static final String APP = "spool-disk";
  private static final Path DISK = Path.of("target", "stage", "small-disk").toAbsolutePath();
  private static final Duration HEALED = Duration.ofSeconds(30);
  private static final String LONG = "x".repeat(20_000);
  private static final int FAR_TOO_MANY = 200;

  private final Map<String, String> acknowledged = new TreeMap<>();
  private int number;

  @Test
  void aFullDiskIsA503AndHealsByItself() throws Exception {
    assumeTrue(SmallDisk.isPossible());
    try (SmallDisk disk = SmallDisk.mount(DISK, "1m");
        SpoolDoor door = new SpoolDoor(APP, DISK.resolve("spool"))) {
      Engines.killKafka();
      try {
        int status = 204;
        while (status == 204 && number < FAR_TOO_MANY) {
          status = post(door);
        }

        assertThat(status).isEqualTo(503);
        assertThat(acknowledged).hasSizeBetween(20, 52);
        assertThat(door.service.get("/q/health/live")).contains("\"status\": \"UP\"");
        assertThat(door.service.get("/q/health/ready")).contains("\"state\": \"failing\"");
        assertThat(refusals(door)).isPositive();

        disk.grow("8m");
        Await.until(
            "that lines are taken again", HEALED, () -> post(door) == 204, door.service::log);
        door.service.awaitReady();
      } finally {
        Engines.restartKafka();
      }
      door.awaitDrained();
    }

    assertThat(Published.of(Engines.kafka(), APP).byName()).containsAllEntriesOf(acknowledged);
  }

  private int post(SpoolDoor door) {
    String frame = "frame-%04d".formatted(number++);
    int status = door.post(frame, frame + LONG);
    if (status == 204) {
      acknowledged.put(frame + "#0", frame + LONG);
    }
    return status;
  }

  private static double refusals(SpoolDoor door) {
    return door.service.metric("stormdrain_ingest_lines_refused_total", "spool-fails");
  }
}
