package io.stormdrain.engines;

import java.io.BufferedReader;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A process whose standard input is its lifeline: we hold it open, and close it to say stop. */
public final class Child implements Running {

  private final String name;
  private final Process process;

  Child(String name, Process process) {
    this.name = name;
    this.process = process;
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
    boolean ready = said.completeOnTimeout(false, limit.toMillis(), TimeUnit.MILLISECONDS).join();
    if (!ready) {
      boolean ended = !process.isAlive();
      kill();
      String how =
          ended
              ? "ended with status " + process.exitValue()
              : "did not answer within " + limit.toSeconds() + " s";
      throw new EngineException(name + " " + how + " while starting");
    }
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
