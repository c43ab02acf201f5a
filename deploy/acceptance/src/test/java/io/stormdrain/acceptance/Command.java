package io.stormdrain.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A command line as its user runs it: a process of its own, from its start to its end.
 *
 * @param output what it said, also of its errors
 */
record Command(int code, String output) {

  /** Runs {@code ./stormdrain} with these arguments. */
  static Command run(String... arguments) {
    Path jar =
        Path.of(System.getProperty("stormdrain.root"), "deploy/local/target/local-0.1.0.jar");
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(List.of("-jar", jar.toString()));
    words.addAll(List.of(arguments));
    try {
      Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
      String output = new String(process.getInputStream().readAllBytes(), UTF_8);
      return new Command(process.waitFor(), output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
