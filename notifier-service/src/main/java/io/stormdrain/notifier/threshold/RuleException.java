package io.stormdrain.notifier.threshold;

/** Alert rules that cannot be used; the message names file, line and reason. */
public final class RuleException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** With a message that has it all. */
  public RuleException(String message) {
    super(message);
  }

  public RuleException(String file, int line, String reason) {
    super(file + (line > 0 ? ":" + line : "") + ": " + reason);
  }
}
