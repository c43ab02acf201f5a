package io.stormdrain.notifier.api;

import jakarta.ws.rs.core.Response.Status;
import org.jspecify.annotations.Nullable;

/** A request that cannot be answered as asked. */
final class ProblemException extends RuntimeException {

  private final Status status;
  private final @Nullable String expected;

  private ProblemException(Status status, String detail, @Nullable String expected) {
    super(detail);
    this.status = status;
    this.expected = expected;
  }

  static ProblemException badRequest(String detail, String expected) {
    return new ProblemException(Status.BAD_REQUEST, detail, expected);
  }

  static ProblemException forbidden(String detail, String expected) {
    return new ProblemException(Status.FORBIDDEN, detail, expected);
  }

  static ProblemException notFound(String detail, String expected) {
    return new ProblemException(Status.NOT_FOUND, detail, expected);
  }

  static ProblemException conflict(String detail) {
    return new ProblemException(Status.CONFLICT, detail, null);
  }

  static ProblemException gone(String detail) {
    return new ProblemException(Status.GONE, detail, null);
  }

  static ProblemException unavailable(String detail) {
    return new ProblemException(Status.SERVICE_UNAVAILABLE, detail, "try again in a moment");
  }

  Problem problem(String instance) {
    return Problem.of(
        status.getStatusCode(),
        status.getReasonPhrase(),
        String.valueOf(getMessage()),
        expected,
        instance);
  }
}
