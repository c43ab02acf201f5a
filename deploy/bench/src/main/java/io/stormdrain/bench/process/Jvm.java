package io.stormdrain.bench.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the JVMs of a measurement are started, those of Stormdrain and those that it is held against:
 * the JDK's own choice of compiler and collector, and a heap that is enough for both.
 *
 * @param recordings folder for a Flight Recorder file of each JVM; null for none
 */
public record Jvm(@Nullable Path recordings) {

  private static final List<String> OPTIONS =
      List.of(
          "-Xmx512m",
          "-XX:-UsePerfData",
          "--enable-native-access=ALL-UNNAMED",
          "--add-opens=java.base/java.lang=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow");

  /** The command that runs a main class. */
  public List<String> command(String name, String classPath, List<String> mainAndArguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(OPTIONS);
    if (recordings != null) {
      Path file = recordings.toAbsolutePath().resolve(name + ".jfr");
      command.add("-XX:StartFlightRecording=settings=profile,filename=" + file);
      command.add("-Xlog:jfr+startup=error");
    }
    command.add("-cp");
    command.add(classPath);
    command.addAll(mainAndArguments);
    return command;
  }
}
