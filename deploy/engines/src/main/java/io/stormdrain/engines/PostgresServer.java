package io.stormdrain.engines;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * A running PostgreSQL: the postmaster, and the guard that stops it when we are gone.
 *
 * <p>The postmaster is no child of ours (pg_ctl gives it a session of its own, so that Ctrl-C does
 * not reach it); the guard is.
 */
final class PostgresServer implements Running {

  private final ProcessHandle postmaster;
  private final Child guard;
  private final CompletableFuture<Integer> exit;

  PostgresServer(ProcessHandle postmaster, Child guard) {
    this.postmaster = postmaster;
    this.guard = guard;
    this.exit =
        CompletableFuture.anyOf(Exits.watch(postmaster), guard.onExit())
            .thenApply(ended -> {
              guard.kill();
              return -1;
            });
  }

  @Override
  public long pid() {
    return postmaster.pid();
  }

  @Override
  public CompletableFuture<Integer> onExit() {
    return exit;
  }

  @Override
  public void stop(Duration grace) {
    guard.stop(grace);
    if (!Exits.await(postmaster, Duration.ZERO)) {
      kill();
    }
  }

  @Override
  public void kill() {
    postmaster.destroyForcibly();
    Exits.await(postmaster, Duration.ofSeconds(10));
    guard.kill();
  }
}
