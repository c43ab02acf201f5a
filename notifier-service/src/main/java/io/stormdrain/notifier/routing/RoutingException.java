package io.stormdrain.notifier.routing;

/** A routing file that cannot be used. */
public final class RoutingException extends Exception {

  private static final long serialVersionUID = 1;

  /**
   * The message says where and why, and quotes nothing that may be a secret.
   *
   * @param line 0 where none is to blame
   */
  RoutingException(String file, int line, String reason) {
    super(file + (line > 0 ? ":" + line : "") + ": " + reason);
  }
}
