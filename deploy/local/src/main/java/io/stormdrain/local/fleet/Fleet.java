package io.stormdrain.local.fleet;

import io.stormdrain.local.data.RunningFile;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** The processes of one machine. Groups are started as they are added and stopped the other way. */
public final class Fleet {

  private final Console console;
  private final RunningFile notes;
  private final List<List<Member>> groups = new ArrayList<>();
  private boolean stopping;

  /**
   * An empty fleet.
   *
   * @param console where to tell what happens
   * @param notes where the processes are noted
   */
  public Fleet(Console console, RunningFile notes) {
    this.console = console;
    this.notes = notes;
  }

  /** Begins to start parts, all at once; does nothing when the fleet is being stopped. */
  public synchronized void begin(List<? extends Part> parts) {
    if (stopping) {
      return;
    }
    List<Member> group = parts.stream().map(part -> new Member(part, console, notes)).toList();
    groups.add(group);
    group.forEach(Member::begin);
  }

  /**
   * Waits until all parts serve.
   *
   * @throws RuntimeException what kept the first one from it
   */
  public void awaitReady() {
    List<CompletableFuture<Void>> parts = members().stream().map(Member::ready).toList();
    CompletableFuture<Void> all =
        CompletableFuture.allOf(parts.toArray(CompletableFuture<?>[]::new));
    // The others may take their time: the first failure decides.
    List<CompletableFuture<Void>> failures =
        parts.stream().map(part -> part.whenComplete((ready, e) -> fail(all, e))).toList();
    try {
      all.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    } finally {
      failures.forEach(failure -> failure.cancel(false));
    }
  }

  private static void fail(CompletableFuture<Void> all, @Nullable Throwable failure) {
    if (failure != null) {
      all.completeExceptionally(failure);
    }
  }

  private synchronized List<Member> members() {
    return groups.stream().flatMap(List::stream).toList();
  }

  /** Stops everything, the last group first, and returns when all has ended. */
  public void stop() {
    for (List<Member> group : stopOrder()) {
      List<Thread> stops =
          group.stream().map(member -> Thread.ofVirtual().start(member::stop)).toList();
      stops.forEach(Fleet::await);
    }
    notes.forgetProcesses();
  }

  private synchronized List<List<Member>> stopOrder() {
    stopping = true;
    return List.copyOf(groups).reversed();
  }

  private static void await(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
