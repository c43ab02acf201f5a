package io.stormdrain.engines;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;

/**
 * PostgreSQL's programs, unpacked once per machine and user.
 *
 * @param folder holds {@code bin}, {@code lib} and {@code share}
 * @param prefix what every command starts with
 */
record PostgresPrograms(Path folder, List<String> prefix) {

  /**
   * PostgreSQL refuses to run as root. In a user namespace without a mapping root is nobody, and
   * still owns its files.
   */
  private static final List<String> AS_NOBODY = List.of("unshare", "-U");

  PostgresPrograms {
    prefix = List.copyOf(prefix);
  }

  /**
   * Unpacks them if that was not done before.
   *
   * @param log where a failure is told
   */
  static PostgresPrograms of(EngineHome home, Path log) {
    Path jar = home.postgresJar();
    String version = String.valueOf(jar.getFileName()).replace(".jar", "");
    Path cache = cache();
    Path folder = cache.resolve(version);
    if (!Files.isDirectory(folder)) {
      createCache(cache);
      unpack(home, jar, folder, log);
    }
    return new PostgresPrograms(folder, prefixFor(System.getProperty("user.name")));
  }

  private static void createCache(Path cache) {
    try {
      Folders.createPrivate(cache);
    } catch (IOException e) {
      throw new EngineException("cannot create the cache folder " + cache, e);
    }
  }

  private static void unpack(EngineHome home, Path jar, Path folder, Path log) {
    List<String> command =
        home.java(
            List.of("-Xmx192m", "-XX:+UseSerialGC"),
            UnpackPostgres.class,
            "--jar",
            jar.toString(),
            "--into",
            folder.toString());
    int status =
        new Launch("unpacking of PostgreSQL", command, Map.of(), log, Launch.Output.LOG)
            .start()
            .onExit()
            .join();
    if (status != 0) {
      throw new EngineException("PostgreSQL cannot be unpacked to " + folder + ", see " + log);
    }
  }

  /**
   * The user's own: a folder under /tmp could be filled by anybody with programs of their liking.
   */
  private static Path cache() {
    String home = System.getProperty("user.home");
    if (System.getProperty("os.name").startsWith("Mac")) {
      return Path.of(home, "Library", "Caches", "stormdrain");
    }
    String base = System.getenv("XDG_CACHE_HOME");
    return base != null && base.startsWith("/")
        ? Path.of(base, "stormdrain")
        : Path.of(home, ".cache", "stormdrain");
  }

  private static List<String> prefixFor(String user) {
    if (!user.equals("root")) {
      return List.of();
    }
    if (!succeeds(List.of("unshare", "-U", "true"))) {
      throw new EngineException(
          "PostgreSQL does not run as root, and user namespaces are off here: run as another user");
    }
    return AS_NOBODY;
  }

  private static boolean succeeds(List<String> command) {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.onExit().join().exitValue() == 0;
    } catch (IOException | CompletionException e) {
      return false;
    }
  }

  Path bin(String program) {
    return folder.resolve("bin").resolve(program);
  }

  List<String> command(String program, String... args) {
    List<String> command = new ArrayList<>(prefix);
    command.add(bin(program).toString());
    command.addAll(List.of(args));
    return command;
  }
}
