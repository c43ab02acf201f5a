package io.stormdrain.engines;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A process whose standard input is its lifeline: we hold it open, and close it to say stop. */
public final class Child implements Running {

  private static final Duration END = Duration.ofSeconds(5);

  private final String name;
  private final Process process;
  private final Path log;

  Child(String name, Process process, Path log) {
    this.name = name;
    this.process = process;
    this.log = log;
  }

  @Override
  public long pid() {
    return process.pid();
  }

  @Override
  public CompletableFuture<Integer> onExit() {
    return process.onExit().thenApply(Process::exitValue);
  }

  @Override
  public void stop(Duration grace) {
    release();
    try {
      if (!process.waitFor(grace.toMillis(), TimeUnit.MILLISECONDS)) {
        kill();
      }
    } catch (InterruptedException e) {
      kill();
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void kill() {
    process.destroyForcibly().onExit().join();
  }

  /** Lets go of the lifeline and does not wait. */
  void release() {
    try {
      process.getOutputStream().close();
    } catch (IOException e) {
      // The other end is closed already: it is gone, or going.
    }
  }

  /**
   * Waits until the process says that it serves.
   *
   * @param line what it prints then, to a standard output that leads to us
   * @param limit how long it may take; it is killed when it takes longer
   * @throws EngineException when it ends, or the time is up, before it said so
   */
  void awaitLine(String line, Duration limit) {
    CompletableFuture<Boolean> said = new CompletableFuture<>();
    Thread.ofVirtual().name(name + "-output").start(() -> said.complete(reads(line)));
    try {
      if (said.get(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        return;
      }
      // Its output has ended: so will it, in a moment.
      stop(END);
      throw failure("ended with status " + process.exitValue());
    } catch (TimeoutException e) {
      kill();
      throw failure("did not answer within " + limit.toSeconds() + " s");
    } catch (InterruptedException e) {
      kill();
      Thread.currentThread().interrupt();
      throw failure("was interrupted");
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private EngineException failure(String how) {
    return new EngineException("%s %s while starting, see %s".formatted(name, how, log));
  }

  private boolean reads(String wanted) {
    try (BufferedReader output = process.inputReader()) {
      String line = output.readLine();
      while (line != null && !line.equals(wanted)) {
        line = output.readLine();
      }
      return line != null;
    } catch (IOException e) {
      return false;
    }
  }
}
