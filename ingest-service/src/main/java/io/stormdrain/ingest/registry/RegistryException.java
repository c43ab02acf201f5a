package io.stormdrain.ingest.registry;

/** Why the registry did not do what it was asked for. */
public final class RegistryException extends RuntimeException {

  /** What kind of no it is. */
  public enum Reason {
    /** There is none. */
    OFF,
    /** Its database does not answer. */
    AWAY,
    /** A source of this id is there, or one with this token. */
    TAKEN,
    UNKNOWN
  }

  private final Reason reason;

  RegistryException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  /** What kind of no it is. */
  public Reason reason() {
    return reason;
  }
}
