package io.stormdrain.bench.process;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A JVM of the bench's own that Stormdrain is held against. It is told what to do by lines, and
 * answers each with one line; at the end of its input it ends.
 */
public final class Worker implements AutoCloseable {

  private static final long END_SECONDS = 10;

  private final String name;
  private final Process process;
  private final BufferedReader answers;
  private final BufferedWriter orders;

  private Worker(String name, Process process) {
    this.name = name;
    this.process = process;
    this.answers = process.inputReader();
    this.orders = process.outputWriter();
  }

  /**
   * Starts a main class that keeps to the rule above.
   *
   * @param name file name of its log
   */
  public static Worker start(
      Jvm jvm, String name, Class<?> main, Path folder, List<String> arguments) {
    List<String> mainAndArguments = new ArrayList<>(List.of(main.getName()));
    mainAndArguments.addAll(arguments);
    List<String> command =
        jvm.command(name, System.getProperty("java.class.path"), mainAndArguments);
    try {
      return new Worker(
          name,
          new ProcessBuilder(command)
              .redirectError(folder.resolve(name + ".log").toFile())
              .start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Gives an order and returns the words of the answer. */
  public String[] ask(String order) {
    try {
      orders.write(order + "\n");
      orders.flush();
      String answer = answers.readLine();
      if (answer == null) {
        throw new IllegalStateException(name + " ended without an answer to: " + order);
      }
      return answer.split(" ", -1);
    } catch (IOException e) {
      throw new UncheckedIOException(name + " does not listen", e);
    }
  }

  @Override
  public void close() {
    try {
      orders.close();
      if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (IOException e) {
      process.destroyForcibly();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
