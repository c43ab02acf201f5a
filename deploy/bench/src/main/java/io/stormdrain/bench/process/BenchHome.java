package io.stormdrain.bench.process;

import io.stormdrain.engines.EngineHome;
import io.stormdrain.engines.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where the parts to be measured lie.
 *
 * @param root the folder of the script {@code stormdrain}
 */
public record BenchHome(Path root) {

  /** The one that the script names. */
  public static BenchHome ofSystemProperty() {
    String home = System.getProperty("stormdrain.home");
    return new BenchHome(Path.of(home == null ? "" : home).toAbsolutePath().normalize());
  }

  /** Broker and PostgreSQL. */
  public EngineHome engines() {
    return new EngineHome(root.resolve("deploy/engines/target"));
  }

  /** What a service's module has packaged; {@code name} as in {@code ingest}. */
  public Path service(String name) {
    Path jar = root.resolve(name + "-service/target/quarkus-app/quarkus-run.jar");
    if (!Files.exists(jar)) {
      throw new IllegalStateException(jar + " is missing: build it with ./stormdrain build");
    }
    return jar;
  }

  /** The script itself. */
  public Path script() {
    return root.resolve("stormdrain");
  }

  /** An empty folder for the files of one measurement. */
  public Path work(String name) throws IOException {
    Path folder = root.resolve("deploy/bench/target/work").resolve(name);
    Folders.delete(folder);
    return Files.createDirectories(folder);
  }
}
