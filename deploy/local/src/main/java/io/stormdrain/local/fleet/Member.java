package io.stormdrain.local.fleet;

import io.stormdrain.engines.Running;
import io.stormdrain.local.StormdrainException;
import io.stormdrain.local.data.RunningFile;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A part over its life.
 *
 * <pre>
 * starting --ready--> up --ends--> pausing --back-off--> starting
 *    |                 |               |
 *    | first failure   +---- stop -----+--> stopped
 *    +--> failed (the fleet stops)
 * </pre>
 */
final class Member {

  private static final Duration GRACE = Duration.ofSeconds(20);
  private static final Duration NEWS = Duration.ofMillis(300);

  private final Part part;
  private final Console console;
  private final RunningFile notes;
  private final Backoff backoff = new Backoff();
  private final CompletableFuture<Void> ready = new CompletableFuture<>();
  private final CompletableFuture<Void> stop = new CompletableFuture<>();
  private final Thread thread;

  Member(Part part, Console console, RunningFile notes) {
    this.part = part;
    this.console = console;
    this.notes = notes;
    this.thread = Thread.ofVirtual().name(part.name()).unstarted(this::live);
  }

  void begin() {
    thread.start();
  }

  /** Completed when the part serves for the first time, with the failure when it does not. */
  CompletableFuture<Void> ready() {
    return ready;
  }

  /** Stops the part and returns when it has ended. */
  void stop() {
    stop.complete(null);
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void live() {
    boolean wanted = true;
    while (wanted) {
      long start = System.nanoTime();
      try {
        Running running = part.start(stop::isDone);
        note(running);
        wanted = serve(running, since(start));
      } catch (RuntimeException e) {
        wanted = failed(e);
      }
    }
  }

  /** A full disk must not cost us the process that has just come up. */
  private void note(Running running) {
    try {
      notes.noteProcess(part.name(), running.pid());
    } catch (StormdrainException e) {
      console.say(part.name(), String.valueOf(e.getMessage()));
    }
  }

  /** Whether it shall be started again. */
  private boolean serve(Running running, Duration startedIn) {
    if (!stop.isDone()) {
      console.say(part.name(), "ready " + Console.seconds(startedIn));
    }
    ready.complete(null);
    long up = System.nanoTime();
    CompletableFuture.anyOf(stop, running.onExit()).join();
    // Who signals all processes at once ends the part before the fleet has heard of it.
    pause(NEWS);
    if (stop.isDone()) {
      running.stop(GRACE);
      return false;
    }
    int status = running.onExit().join();
    // Whatever is left of it must not stand in the way of the next.
    running.stop(GRACE);
    return again("ended" + (status < 0 ? "" : " with status " + status), since(up));
  }

  private boolean failed(RuntimeException failure) {
    if (ready.isDone()) {
      return again(String.valueOf(failure.getMessage()), Duration.ZERO);
    }
    ready.completeExceptionally(failure);
    return false;
  }

  private boolean again(String what, Duration served) {
    Duration pause = backoff.after(served);
    console.say(part.name(), what + ", starting it again in " + pause.toSeconds() + " s");
    pause(pause);
    return !stop.isDone();
  }

  /** Waits, but no longer than until the fleet is being stopped. */
  private void pause(Duration length) {
    stop.copy().completeOnTimeout(null, length.toMillis(), TimeUnit.MILLISECONDS).join();
  }

  private static Duration since(long nanos) {
    return Duration.ofNanos(System.nanoTime() - nanos);
  }
}
