package io.stormdrain.local;

/** Something the user has to know or to change; the message is one line, without a stack trace. */
public final class StormdrainException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Says what is wrong and what to do about it. */
  public StormdrainException(String message) {
    super(message);
  }

  /** As above, with what caused it. */
  public StormdrainException(String message, Throwable cause) {
    super(message, cause);
  }
}
