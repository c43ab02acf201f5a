package io.stormdrain.ingest.line;

/** An outlet will not take a line, for a reason of its own. */
public final class RefusedException extends Exception {
  private final Refusal reason;

  /** For this reason. */
  public RefusedException(Refusal reason, String message) {
    super(message);
    this.reason = reason;
  }

  Refusal reason() {
    return reason;
  }
}
