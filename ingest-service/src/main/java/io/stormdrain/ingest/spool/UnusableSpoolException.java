package io.stormdrain.ingest.spool;

/** A folder that cannot be a spool; the message names it and the reason. */
public final class UnusableSpoolException extends Exception {
  UnusableSpoolException(String message) {
    super(message);
  }
}
