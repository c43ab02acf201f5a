package io.stormdrain.ingest.door;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.stormdrain.engines.Engines;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** As {@link DoorResource}, with a spool. */
public final class SpoolResource implements QuarkusTestResourceLifecycleManager {
  static final String SOURCE = "spooled";
  private static final Path FILE = Path.of("target", "spool-sources.yaml");

  @Override
  public Map<String, String> start() {
    DoorResource.writeSources(FILE, List.of(SOURCE));
    try {
      Path folder = Files.createTempDirectory(Path.of("target"), "spool");
      return Map.of(
          "kafka.bootstrap.servers",
          Engines.kafka(),
          "stormdrain.sources.file",
          FILE.toString(),
          "stormdrain.spool.dir",
          folder.toString(),
          "stormdrain.ingest.spool-limit",
          "2M",
          "stormdrain.ingest.spool-after",
          "1S",
          "quarkus.http.test-port",
          "0");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void stop() {
    // The broker ends with the JVM.
  }
}
