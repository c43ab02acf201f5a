package io.stormdrain.local;

import io.stormdrain.engines.EngineHome;
import io.stormdrain.local.data.DataFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The folder that Stormdrain was cloned into and built in.
 *
 * @param path absolute
 */
record Home(Path path) {

  private static final String PROPERTY = "stormdrain.home";

  /** As the script {@code stormdrain} tells us. */
  static Home current() {
    return new Home(Path.of(System.getProperty(PROPERTY, "")).toAbsolutePath().normalize());
  }

  EngineHome engines() {
    return new EngineHome(path.resolve("deploy/engines/target"));
  }

  Path serviceJar(String module) {
    Path jar = path.resolve(module).resolve("target/quarkus-app/quarkus-run.jar");
    if (!Files.exists(jar)) {
      throw new StormdrainException(module + " is not built: run ./stormdrain build");
    }
    return jar;
  }

  Path settingsFile() {
    return path.resolve("stormdrain.env");
  }

  /** The folder that the user named, or the usual one. */
  DataFolder data(@Nullable Path named) {
    return new DataFolder(named == null ? path.resolve("data") : named);
  }
}
