package io.stormdrain.engines;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** A process that we started and answer for. */
public sealed interface Running permits Child, PostgresServer {

  /** Its number. */
  long pid();

  /** Completed with the exit status, or -1 where that cannot be known, when the process is gone. */
  CompletableFuture<Integer> onExit();

  /**
   * Asks the process to end, and kills it when it does not within the grace.
   *
   * @param grace how long it may take to end by itself
   */
  void stop(Duration grace);

  /** Ends the process at once, as {@code kill -9}. */
  void kill();
}
