package io.stormdrain.engines;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An engine that this JVM's tests share, as noted in a system property. A framework may load our
 * classes several times over; system properties there are once per JVM.
 *
 * @param pid process that serves
 * @param ports that it was given
 * @param folder of its files
 */
record Shared(long pid, List<Integer> ports, Path folder) {

  private static final Path ALL = Path.of("target", "engines").toAbsolutePath();
  private static final String SEPARATOR = "|";

  Shared {
    ports = List.copyOf(ports);
  }

  static Optional<Shared> named(String name) {
    return Optional.ofNullable(System.getProperty(property(name))).map(Shared::parse);
  }

  private static Shared parse(String text) {
    String[] parts = text.split("[|]", 3);
    List<Integer> ports = Stream.of(parts[1].split(",", -1)).map(Integer::valueOf).toList();
    return new Shared(Long.parseLong(parts[0]), ports, Path.of(parts[2]));
  }

  void note(String name) {
    String numbers = String.join(",", ports.stream().map(String::valueOf).toList());
    System.setProperty(
        property(name), String.join(SEPARATOR, Long.toString(pid), numbers, folder.toString()));
  }

  private static String property(String name) {
    return "stormdrain.engines.shared." + name;
  }

  /** The folder for an engine of this JVM; those of JVMs that are gone are removed on the way. */
  static Path folder(String name) {
    try {
      Files.createDirectories(ALL);
      try (Stream<Path> folders = Files.list(ALL)) {
        for (Path folder : folders.filter(Shared::isAbandoned).toList()) {
          Folders.delete(folder);
        }
      }
      return Files.createDirectories(
          ALL.resolve(Long.toString(ProcessHandle.current().pid())).resolve(name));
    } catch (IOException e) {
      throw new EngineException("cannot prepare " + ALL, e);
    }
  }

  private static boolean isAbandoned(Path folder) {
    String pid = String.valueOf(folder.getFileName());
    return pid.matches("[0-9]{1,9}") && ProcessHandle.of(Long.parseLong(pid)).isEmpty();
  }

  void kill() {
    ProcessHandle.of(pid)
        .ifPresent(process -> {
          process.destroyForcibly();
          Exits.await(process, Duration.ofSeconds(10));
        });
  }
}
