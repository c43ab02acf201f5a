package io.stormdrain.engines;

/** An engine that cannot do what was asked of it; the message is one line for a person. */
public final class EngineException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  EngineException(String message) {
    super(message);
  }

  EngineException(String message, Throwable cause) {
    super(message, cause);
  }
}
