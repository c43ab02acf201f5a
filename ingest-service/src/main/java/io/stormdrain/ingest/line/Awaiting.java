package io.stormdrain.ingest.line;

/** Who waits for what becomes of a line. Called once per attempt, from any thread. */
public interface Awaiting {
  /** The line is where it was sent to. */
  void acknowledged(LogLine line);

  /** It was not taken: now, when this is called while sending, or after a while. */
  void failed(LogLine line, Exception failure);
}
