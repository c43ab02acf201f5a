package io.stormdrain.engines;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How to start one child.
 *
 * @param name what people call it
 * @param command the program and its arguments
 * @param environment added to ours
 * @param log file that its standard error is appended to
 * @param output where its standard output goes
 */
public record Launch(
    String name, List<String> command, Map<String, String> environment, Path log, Output output) {

  /** Where a child's standard output goes. */
  public enum Output {
    /** Into the log. */
    LOG,
    /** Where ours goes. */
    TERMINAL,
    /** To the parent, which waits for a line. */
    PARENT
  }

  /**
   * Ctrl-C reaches every process of the terminal's group at once. The children must not hear it:
   * the launcher ends them in order. An ignored signal stays ignored in the program that takes
   * over, and a JVM respects it.
   */
  private static final List<String> DEAF_TO_TERMINAL =
      List.of("/bin/sh", "-c", "trap '' INT HUP; exec \"$@\"", "sh");

  /** Copies the lists. */
  public Launch {
    if (command.isEmpty()) {
      throw new IllegalArgumentException("command of " + name + " must not be empty");
    }
    command = List.copyOf(command);
    environment = Map.copyOf(environment);
  }

  /**
   * Starts it.
   *
   * @throws EngineException when the program is missing or the log cannot be written
   */
  public Child start() {
    List<String> words = new ArrayList<>(DEAF_TO_TERMINAL);
    words.addAll(command);
    ProcessBuilder builder = new ProcessBuilder(words);
    builder.environment().putAll(environment);
    Redirect toLog = Redirect.appendTo(log.toFile());
    builder.redirectError(toLog);
    builder.redirectOutput(
        switch (output) {
          case LOG -> toLog;
          case TERMINAL -> Redirect.INHERIT;
          case PARENT -> Redirect.PIPE;
        });
    try {
      Files.createDirectories(log.toAbsolutePath().getParent());
      return new Child(name, builder.start(), log);
    } catch (IOException e) {
      throw new EngineException(name + " cannot be started: " + e.getMessage(), e);
    }
  }
}
