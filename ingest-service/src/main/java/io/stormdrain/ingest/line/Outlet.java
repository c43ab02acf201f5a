package io.stormdrain.ingest.line;

/** Where lines leave. */
public interface Outlet {
  /**
   * Sends a line without ever waiting, and calls it back once: later, or at once when it cannot be
   * taken.
   */
  void send(LogLine line);
}
