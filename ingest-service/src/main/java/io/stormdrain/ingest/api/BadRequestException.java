package io.stormdrain.ingest.api;

/** A request that says what cannot be done; the message says what can. */
final class BadRequestException extends RuntimeException {
  BadRequestException(String message) {
    super(message);
  }
}
