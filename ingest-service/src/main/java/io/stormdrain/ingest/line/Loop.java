package io.stormdrain.ingest.line;

/** The event loop that a request belongs to. May be called from any thread. */
public interface Loop {
  /** Runs the task on the loop, after what it is doing. */
  void run(Runnable task);

  /** Runs the task on the loop after some milliseconds. */
  void after(long millis, Runnable task);
}
